import { describe, expect, test } from 'vitest';
import { createArrivals } from '../../../functions/tally-responses/arrivals.ts';
import {
  anOrganization,
  aResponse,
  type CountingWorld,
  countingWorld,
  type Gate,
  keep,
  setAside,
  streamRecord,
} from '../counting-world.ts';
import { tally } from './tally.ts';

type Arrival = { readonly organization?: string; readonly channel?: 'web' | 'api' | 'paper' };

let made = 0;

/** Consecutive numbers over all 32 bits, each once: so over all buckets. */
const spread = (number: number): number => Math.imul(number, 0x9e3779b1) >>> 0;

/** Responses that come in, and the records of them. */
const arrive = (
  world: CountingWorld,
  count: number,
  { organization = 'harbor', channel = 'web' }: Arrival = {},
): readonly unknown[] =>
  Array.from({ length: count }, () => {
    made += 1;
    const id = spread(made).toString(16).padStart(8, '0').padEnd(32, '0');
    keep(world, organization, id, aResponse('13', { channel }));
    return streamRecord(organization, id, 'p', world.now);
  });

/** The same records, each made so many seconds ago. */
const madeSeconds = (
  world: CountingWorld,
  records: readonly unknown[],
  ago: (at: number) => number,
): readonly unknown[] =>
  records.map((record, at) => {
    const { dynamodb } = record as { dynamodb: object };
    const ApproximateCreationDateTime = world.now.getTime() / 1000 - ago(at);
    return { dynamodb: { ...dynamodb, ApproximateCreationDateTime } };
  });

const later = (world: CountingWorld, seconds: number): void => {
  world.now = new Date(world.now.getTime() + seconds * 1000);
};

const aWorld = (expectedResponses?: number): CountingWorld =>
  countingWorld(
    { ...anOrganization('harbor', 2), ...(expectedResponses && { expectedResponses }) },
    anOrganization('haven'),
  );

describe('an organization is slowed down', () => {
  test('for ten minutes where more than 300 new responses came within ten', async () => {
    const world = aWorld();
    await tally(world, arrive(world, 301));
    expect([...world.slowed]).toEqual([['p#harbor', '2027-01-20T00:10:00.000Z']]);
    expect(world.codes).toContain('tally.slowed');
    expect(world.metrics.get('OrganizationsSlowed')).toBe(1);
  });

  test('where they came in several batches', async () => {
    const world = aWorld();
    for (let batch = 0; batch < 6; batch += 1) {
      expect(world.slowed.size).toBe(0);
      await tally(world, arrive(world, 51));
      later(world, 60);
    }
    expect(world.slowed.size).toBe(1);
  });

  test('by its own bound: half of what it expects', async () => {
    const world = aWorld(2000);
    await tally(world, arrive(world, 1000));
    expect(world.slowed.size).toBe(0);
    await tally(world, arrive(world, 1));
    expect(world.slowed.size).toBe(1);
  });

  test('also by withdrawals of what was never there, and by what is withdrawn at once', async () => {
    const world = aWorld();
    const records = arrive(world, 301);
    for (const id of world.responses.get('p#harbor')?.keys() ?? [])
      keep(world, 'harbor', id, 'withdrawn');
    await tally(world, records);
    expect(world.slowed.size).toBe(1);
    expect(world.codes).toContain('tally.slowed');
  });

  test('also where counting lags behind the flood, and where one older change comes with it', async () => {
    for (const secondsAgo of [() => 7200, (at: number) => (at === 0 ? 7200 : 0)]) {
      const world = aWorld();
      await tally(world, madeSeconds(world, arrive(world, 302), secondsAgo));
      expect(world.slowed.size).toBe(1);
    }
  });

  test('also by what is set aside already', async () => {
    const world = aWorld();
    setAside(world, 'harbor', [{ channel: 'web', day: '2027-01-15' }]);
    await tally(world, arrive(world, 301));
    expect(world.slowed.size).toBe(1);
  });

  test('and it is told and counted only where it was written', async () => {
    const world = aWorld();
    world.slowed.set('p#harbor', '2027-01-20T00:10:00.000Z');
    await tally(world, arrive(world, 301));
    expect(world.codes).toEqual(['tally.counted']);
    expect(world.metrics.has('OrganizationsSlowed')).toBe(false);
  });

  test('and its responses are counted all the same', async () => {
    const world = aWorld();
    await tally(world, arrive(world, 301));
    const counted = [...world.tallies.values()].map(({ tally: { responses } }) => responses);
    expect(counted.reduce((sum, responses) => sum + responses, 0)).toBe(301);
    expect(world.events).toHaveLength(1);
  });
});

describe('an organization is not slowed down', () => {
  test('by a meeting of 200 people who answer at once, change and withdraw', async () => {
    const world = aWorld(20);
    const records = arrive(world, 200);
    await tally(world, records);
    for (const [id] of world.responses.get('p#harbor') ?? []) {
      keep(world, 'harbor', id, aResponse('22', { revision: 2, channel: 'web' }));
    }
    await tally(world, records);
    await tally(world, records);
    expect(world.slowed.size).toBe(0);
  });

  test('by a paper batch of any size', async () => {
    const world = aWorld();
    await tally(world, arrive(world, 500, { channel: 'paper' }));
    await tally(world, arrive(world, 299));
    expect(world.slowed.size).toBe(0);
  });

  test('by what came over a longer time', async () => {
    const world = aWorld();
    for (let batch = 0; batch < 10; batch += 1) {
      await tally(world, arrive(world, 150));
      later(world, 301);
    }
    expect(world.slowed.size).toBe(0);
  });

  test('by a batch that comes again, or again in another order', async () => {
    const world = aWorld();
    const records = arrive(world, 299);
    for (let time = 0; time < 4; time += 1) await tally(world, records.toReversed());
    expect(world.slowed.size).toBe(0);
  });

  test('by what others get', async () => {
    const world = aWorld();
    const some = arrive(world, 200);
    await tally(world, [...some, ...arrive(world, 200, { organization: 'haven' })]);
    expect(world.slowed.size).toBe(0);
  });

  test('by a backlog of hours that is worked off', async () => {
    const world = aWorld();
    await tally(world, arrive(world, 100));
    later(world, 601);
    const late = madeSeconds(world, arrive(world, 400), (at) => 12_000 - at * 30);
    for (let at = 0; at < late.length; at += 100) await tally(world, late.slice(at, at + 100));
    expect(world.slowed.size).toBe(0);
    expect(world.codes).toContain('tally.counted');
  });

  test('by one that is worked off in batches of a minute each, in many buckets', async () => {
    const world = countingWorld(anOrganization('harbor', 8));
    for (const _evening of [1, 2, 3, 4]) {
      await tally(world, arrive(world, 300));
      later(world, 601);
    }
    const late = madeSeconds(world, arrive(world, 600), (at) => 36_000 - at * 60);
    for (let at = 0; at < late.length; at += 2) await tally(world, late.slice(at, at + 2));
    expect(world.slowed.size).toBe(0);
  });

  test('by one that is withdrawn again and again', async () => {
    const world = aWorld();
    const [record] = arrive(world, 1);
    const [id = ''] = world.responses.get('p#harbor')?.keys() ?? [];
    keep(world, 'harbor', id, 'withdrawn');
    for (let time = 0; time < 400; time += 1) await tally(world, [record]);
    expect(world.slowed.size).toBe(0);
  });

  test('by a change after its tallies were removed', async () => {
    const world = aWorld(20);
    const records = arrive(world, 400, { organization: 'haven' });
    for (let at = 0; at < 400; at += 200) {
      await tally(world, records.slice(at, at + 200));
      later(world, 601);
    }
    world.tallies.delete('p#haven#0');
    await tally(world, records.slice(0, 1));
    expect(world.slowed.size).toBe(0);
  });
});

test('a failure to slow down is told, counts for the alarm and holds nothing up', async () => {
  const world = aWorld();
  const gate: Gate = async (call, effect) => {
    if (call === 'organizations.slow') throw new Error('throttled');
    return effect();
  };
  await tally(world, arrive(world, 301), gate);
  expect(world.codes).toEqual(['tally.slow-failed', 'tally.counted']);
  expect(world.metrics.get('OrganizationsSlowed')).toBe(1);
});

describe('arrivals', () => {
  test('are remembered for the window and no longer, each organization by itself', () => {
    const arrivals = createArrivals({ windowMs: 1000 });
    const add = (organization: string, arrived: number, ms: number): number =>
      arrivals.add(organization, { arrived, newest: 0 }, new Date(ms));
    expect(add('a', 5, 0)).toBe(5);
    expect(add('b', 1, 10)).toBe(1);
    expect(add('a', 2, 999)).toBe(7);
    expect(add('a', 1, 1000)).toBe(3);
    expect(add('a', 1, 5000)).toBe(1);
  });

  test('are added together where they were changed within one window, up to the newest', () => {
    const arrivals = createArrivals({ windowMs: 1000 });
    const add = (arrived: number, newest: number): number =>
      arrivals.add('a', { arrived, newest }, new Date(99_999));
    expect(add(5, 0)).toBe(5);
    expect(add(2, 999)).toBe(7);
    expect(add(1, 1000)).toBe(3);
    expect(add(1, 500)).toBe(6);
  });
});
