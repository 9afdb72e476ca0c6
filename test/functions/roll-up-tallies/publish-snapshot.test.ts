import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../adapters/crypto/sha256.ts';
import { type SnapshotFiles, snapshotFiles } from '../../../core/report/snapshot-files.ts';
import {
  finishPublication,
  publishSnapshot,
} from '../../../functions/roll-up-tallies/publish-snapshot.ts';
import { aReport } from '../../core/report/a-report.ts';
import {
  type Checkpointed,
  Killed,
  publicationDeps,
  type ReleaseWorld,
  releaseWorld,
  wrongForReaders,
} from './release-world.ts';

const POLL = 'calls-to-action';
const next = { released: 'checkpoints/b.json' };

/** One run of the roll-up: the predecessor's tail, then a release of its own. */
const run = async (
  world: ReleaseWorld,
  step: Checkpointed,
  options: { readonly upTo?: number; readonly asOf?: string } = {},
): Promise<void> => {
  const deps = publicationDeps(world, step);
  const finished = await finishPublication(deps, POLL, world.state);
  if (finished.kind === 'overtaken') return;
  const { state } = finished;
  if (state.number >= (options.upTo ?? Number.POSITIVE_INFINITY)) return;
  const files = await filesOf(state.number + 1, options.asOf ?? '2027-01-15');
  await publishSnapshot(deps, POLL, state, files, next);
};

const made = new Map<string, Promise<SnapshotFiles>>();

/** The files of a snapshot: the same for the same number and day, so they are made once. */
const filesOf = (number: number, asOf: string): Promise<SnapshotFiles> => {
  const key = `${number} ${asOf}`;
  const files = made.get(key) ?? snapshotFiles(aReport({ poll: POLL, number, asOf }), sha256);
  made.set(key, files);
  return files;
};

const onward: Checkpointed = async () => {};

const stepsOf = async (world: ReleaseWorld): Promise<readonly string[]> => {
  const steps: string[] = [];
  await run(world, async (step) => void steps.push(step));
  return steps;
};

const dieAt = (fatal: number): Checkpointed => {
  let count = 0;
  return async () => {
    count += 1;
    if (count > fatal) throw new Killed();
  };
};

const announcedNumbers = (world: ReleaseWorld): readonly number[] =>
  world.events.flatMap(({ detail }) => ('number' in detail ? [detail.number] : []));

describe('publishSnapshot', () => {
  test('writes every file before the transaction, and datapackage.json last of them', async () => {
    const steps = await stepsOf(releaseWorld());
    const before = steps.slice(0, steps.indexOf('before the transaction'));
    expect(before.at(-1)).toBe('after writing datapackage.json');
    expect(before).toContain('after writing priorities.csv');
  });

  test('moves latest.json, publishes the event, and marks it, in this order', async () => {
    const steps = await stepsOf(releaseWorld());
    expect(steps.filter((step) => step.startsWith('after')).slice(-5)).toEqual([
      'after the transaction',
      'after reading the record',
      'after moving latest.json',
      'after publishing the event',
      'after saving the state',
    ]);
  });

  test('killed before or after any step, shows no half release, and the next run completes it', async () => {
    const steps = await stepsOf(releaseWorld());
    expect(steps.length).toBeGreaterThan(18);
    for (let fatal = 0; fatal < steps.length; fatal += 1) {
      const world = releaseWorld();
      await expect(run(world, dieAt(fatal)), `dies at ${steps[fatal]}`).rejects.toThrow(Killed);
      expect(wrongForReaders(world), `after dying at ${steps[fatal]}`).toEqual([]);
      await run(world, onward, { upTo: 1 });
      expect(world.state).toMatchObject({ number: 1, announced: 1, released: next.released });
      expect(world.latest?.number).toBe(1);
      expect(new Set(announcedNumbers(world))).toEqual(new Set([1]));
      expect(wrongForReaders(world)).toEqual([]);
    }
  });

  test('killed twice in a row at any two steps, loses neither release nor event', async () => {
    const steps = await stepsOf(releaseWorld());
    for (let first = 0; first < steps.length; first += 1) {
      for (let second = 0; second < steps.length; second += 1) {
        const world = releaseWorld();
        await run(world, dieAt(first)).catch(() => {});
        await run(world, dieAt(second)).catch(() => {});
        await run(world, onward);
        expect(wrongForReaders(world)).toEqual([]);
        const numbers = [...world.snapshots.keys()];
        expect(world.latest?.number).toBe(numbers.at(-1));
        expect(new Set(announcedNumbers(world))).toEqual(new Set(numbers));
      }
    }
  });

  test('an event that is told again has the same id', async () => {
    const steps = await stepsOf(releaseWorld());
    const world = releaseWorld();
    await run(world, dieAt(steps.indexOf('before saving the state'))).catch(() => {});
    await run(world, onward, { upTo: 1 });
    expect(world.events).toHaveLength(2);
    expect(new Set(world.events.map(({ detail }) => detail.id)).size).toBe(1);
  });

  test('two runs at once, interleaved at random, release each number once and in order', async () => {
    const seeds = 3000;
    for (let seed = 1; seed <= seeds; seed += 1) {
      const world = releaseWorld();
      await interleave(seed, world);
      expect(wrongForReaders(world), `seed ${seed}`).toEqual([]);
      await run(world, onward, { upTo: world.state.number });
      const numbers = [...world.snapshots.keys()];
      expect(numbers, `seed ${seed}`).toEqual(numbers.map((_number, index) => index + 1));
      expect(world.latest?.number).toBe(numbers.at(-1));
      expect(new Set(announcedNumbers(world))).toEqual(new Set(numbers));
    }
  });
});

/** Runs two roll-ups that disagree on the day, letting a seeded coin choose who goes on. */
const interleave = async (seed: number, world: ReleaseWorld): Promise<void> => {
  let bits = seed;
  const coin = (): boolean => {
    bits = (Math.imul(bits, 1_103_515_245) + 12_345) >>> 0;
    return (bits & 0x1_00_00) !== 0;
  };
  const waiting: (() => void)[] = [];
  const pause: Checkpointed = () => new Promise((resolve) => void waiting.push(resolve));
  let running = 2;
  const finish = () => {
    running -= 1;
  };
  const runs = ['2027-01-15', '2027-01-16'].map((asOf) =>
    run(world, pause, { asOf }).finally(finish),
  );
  while (running > 0) {
    const ready = waiting.length > 1 && coin() ? waiting.pop() : waiting.shift();
    ready?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(runs);
};
