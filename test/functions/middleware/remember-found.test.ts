import { describe, expect, test } from 'vitest';
import { rememberFound } from '../../../functions/middleware/remember-found.ts';

const aMemory = () => {
  const world = { now: 1_000_000, reads: [] as string[], there: new Map([['spring', 1]]) };
  const get = rememberFound(
    async (poll: string, organization = '') => {
      world.reads.push(`${poll}${organization}`);
      return world.there.get(poll);
    },
    { maxAgeMs: 15_000, now: () => new Date(world.now) },
  );
  return { world, get };
};

describe('rememberFound(read)', () => {
  test('reads once within the time, and again after it', async () => {
    const { world, get } = aMemory();
    await get('spring');
    world.now += 14_999;
    expect(await get('spring')).toBe(1);
    expect(world.reads).toHaveLength(1);
    world.now += 1;
    world.there.set('spring', 2);
    expect(await get('spring')).toBe(2);
  });

  test('never remembers that there was nothing', async () => {
    const { world, get } = aMemory();
    expect(await get('autumn')).toBeUndefined();
    world.there.set('autumn', 7);
    expect(await get('autumn')).toBe(7);
  });

  test('forgets what is gone when it looks again', async () => {
    const { world, get } = aMemory();
    await get('spring');
    world.there.delete('spring');
    world.now += 15_000;
    expect(await get('spring')).toBeUndefined();
  });

  test('counts the time from when the read began', async () => {
    const { world, get } = aMemory();
    const slow = rememberFound(
      async () => {
        world.now += 10_000;
        return get('spring');
      },
      { maxAgeMs: 15_000, now: () => new Date(world.now) },
    );
    await slow();
    world.now += 5_000;
    world.there.set('spring', 2);
    world.reads.length = 0;
    await slow();
    expect(world.reads).toEqual(['spring']);
  });

  test('tells keys apart by all of their parts', async () => {
    const { world, get } = aMemory();
    await get('spring', 'harbor');
    await get('spring', 'haven');
    expect(world.reads).toEqual(['springharbor', 'springhaven']);
  });

  test('starts anew when it has grown large', async () => {
    const { world, get } = aMemory();
    for (let n = 0; n <= 10_000; n += 1) {
      world.there.set(`p${n}`, n);
      await get(`p${n}`);
    }
    world.reads.length = 0;
    await get('p0');
    expect(world.reads).toEqual(['p0']);
  });
});
