import { describe, expect, test } from 'vitest';
import { replayFailures } from '../../../local/replay/replay-failures.ts';
import {
  aBatchRecord,
  aBatchRecordWithoutRecords,
  anEventRecord,
} from '../../schemas/failure-records.ts';
import { type ReplayingWorld, replayDeps, replayingWorld } from './replaying-world.ts';

const TALLY = 'groundswell-test-tally';
const SWEEP = 'groundswell-test-sweep';
const ROLL_UP = 'groundswell-test-rollup';
const ID = 'c0ffee'.padEnd(32, '7');
const records = [{ dynamodb: { Keys: { pk: { S: 'p#harbor' }, sk: { S: ID } } } }];

const aWorld = () =>
  replayingWorld({
    batch: aBatchRecord(TALLY, records),
    check: anEventRecord(SWEEP, { kind: 'check' }),
    release: anEventRecord(ROLL_UP, { poll: 'spring' }),
    releases: anEventRecord(ROLL_UP, {}),
  });

const replay = (world: ReplayingWorld, dryRun = false) =>
  replayFailures(replayDeps(world), { dryRun });

describe('a replay', () => {
  test('gives each function again what it could not process', async () => {
    const world = aWorld();
    expect(await replay(world)).toEqual({ replayed: 4, before: 0, failed: 0 });
    expect(world.calls).toEqual([
      { functionName: TALLY, payload: { Records: records } },
      { functionName: SWEEP, payload: { kind: 'check' } },
      { functionName: ROLL_UP, payload: { poll: 'spring' } },
      { functionName: ROLL_UP, payload: {} },
    ]);
  });

  test('says what it did, and no response id', async () => {
    const world = aWorld();
    await replay(world);
    expect(world.said).toEqual([
      'tally: 1 change: replayed',
      'sweep: check: replayed',
      'rollup: the poll spring: replayed',
      'rollup: every poll: replayed',
    ]);
    expect(world.said.join()).not.toContain(ID);
  });

  test('marks what it replayed, takes it out of the queue and does not do it again', async () => {
    const world = aWorld();
    await replay(world);
    expect([...world.replayed.keys()]).toEqual([...world.objects.keys()]);
    expect(world.waiting.size).toBe(0);
    expect(await replay(world)).toEqual({ replayed: 0, before: 4, failed: 0 });
    expect(world.calls).toHaveLength(4);
  });

  test('leaves what fails again, with the name of the error, and goes on with the rest', async () => {
    const world = aWorld();
    const deps = replayDeps(world, async (functionName) =>
      functionName === SWEEP ? { kind: 'failed', error: 'Throttled' } : { kind: 'done' },
    );
    expect(await replayFailures(deps, { dryRun: false })).toEqual({
      replayed: 3,
      before: 0,
      failed: 1,
    });
    expect([...world.waiting]).toEqual(['check']);
    expect(world.said).toContain('sweep: check: failed again (Throttled)');
    expect(await replay(world)).toEqual({ replayed: 1, before: 3, failed: 0 });
  });

  test('that died in between is started again, and settles what was replayed before', async () => {
    const world = aWorld();
    let calls = 0;
    const dying = replayDeps(world, async () => {
      calls += 1;
      if (calls > 2) throw new Error('killed');
      return { kind: 'done' };
    });
    await expect(replayFailures(dying, { dryRun: false })).rejects.toThrow('killed');
    expect(world.waiting.size).toBe(4);
    await replay(world);
    expect(world.waiting.size).toBe(0);
  });

  test('settles what waits for an object that is gone, and nothing that came meanwhile', async () => {
    const world = aWorld();
    world.waiting.add('expired');
    const deps = replayDeps(world, async () => {
      world.objects.set('new', JSON.stringify(anEventRecord(SWEEP, { kind: 'check' })));
      world.waiting.add('new');
      return { kind: 'done' };
    });
    const listed = [...world.objects.keys()];
    const failures = { ...deps.failures, list: async () => listed };
    await replayFailures({ ...deps, failures }, { dryRun: false });
    expect([...world.waiting]).toEqual(['new']);
  });

  test('counts everything again where the changes were not kept', async () => {
    const world = replayingWorld({ lost: aBatchRecordWithoutRecords(TALLY, 7) });
    await replay(world);
    expect(world.calls).toEqual([{ functionName: SWEEP, payload: { kind: 'recount' } }]);
  });

  test('calls no function but those of the stage', async () => {
    const world = replayingWorld({
      other: anEventRecord('groundswell-production-sweep', { kind: 'check' }),
      strange: anEventRecord('payroll', { kind: 'pay' }),
      broken: { a: 1 },
    });
    expect(await replay(world)).toEqual({ replayed: 0, before: 0, failed: 3 });
    expect(world.calls).toEqual([]);
    expect(world.waiting.size).toBe(3);
  });

  test('only tells what it would do where it is asked to', async () => {
    const world = aWorld();
    expect(await replay(world, true)).toEqual({ replayed: 0, before: 0, failed: 0 });
    expect(world.calls).toEqual([]);
    expect(world.waiting.size).toBe(4);
    expect(world.said[0]).toBe('tally: 1 change: would be replayed');
  });
});
