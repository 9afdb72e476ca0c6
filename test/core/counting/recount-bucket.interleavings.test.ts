import { describe, expect, test, vi } from 'vitest';
import { inspectBucket, isDrift } from '../../../core/counting/inspect-bucket.ts';
import { recountBucket } from '../../../core/counting/recount-bucket.ts';
import { steppedDepsByPage, WITHOUT_SECOND } from './bucket-model.ts';
import {
  checkScene,
  exclusionScene,
  ON_BOTH_PAGES,
  ON_EACH_PAGE,
  PUT_CHANGE_WITHDRAW,
  sealScene,
  trafficScene,
} from './counting-scenes.ts';
import { type Exploration, explore } from './interleavings.ts';
import {
  depsIgnoringSeals,
  depsWithoutCondition,
  inspectIgnoringVersions,
  recountKeepingExclusions,
  recountReadingExclusionsEarly,
  recountReadingRevisionLate,
  recountSkippingUnchanged,
} from './wrong-recounts.ts';

vi.setConfig({ testTimeout: 120_000 });

const MORTAL = ['worker', 'duplicate', 'seal', 'second seal'];

const tell = (what: string, { interleavings, states }: Exploration): void =>
  console.log(`${what}: ${interleavings.toLocaleString('en')} interleavings (${states} states)`);

const steps = ({ failure }: Exploration): string => failure?.steps.join('\n') ?? '';

describe('the tally is the truth, in every interleaving of', () => {
  test('a writer, two workers, one of them with a duplicate, and a sweep', async () => {
    const found = await explore(
      trafficScene({
        recount: recountBucket,
        writes: PUT_CHANGE_WITHDRAW,
        helpers: ['duplicate', 'sweep'],
      }),
    );
    tell('writer, two workers, sweep', found);
    expect(found.failure).toBeUndefined();
  });

  test('a writer and two workers, where a query has two pages', async () => {
    const found = await explore(
      trafficScene({
        recount: recountBucket,
        depsOf: steppedDepsByPage,
        writes: ON_BOTH_PAGES,
        helpers: ['duplicate'],
      }),
    );
    tell('writer, two workers, two pages', found);
    expect(found.failure).toBeUndefined();
  });

  test('a writer and two workers that are killed, and whose writes are sent twice', async () => {
    const found = await explore(
      trafficScene({
        recount: recountBucket,
        writes: PUT_CHANGE_WITHDRAW,
        helpers: ['duplicate'],
      }),
      { mortal: MORTAL, kills: 1, echoes: 1 },
    );
    tell('writer, two workers, one kill, one write sent twice', found);
    expect(found.failure).toBeUndefined();
  });

  test('two seals, a late worker and what retention deletes afterwards', async () => {
    const found = await explore(sealScene({ recount: recountBucket, helpers: ['second seal'] }), {
      mortal: MORTAL,
      kills: 1,
      echoes: 1,
    });
    tell('two seals, late worker, retention, one kill, one write sent twice', found);
    expect(found.failure).toBeUndefined();
  });

  test('a seal, two late workers and what retention deletes afterwards', async () => {
    const found = await explore(sealScene({ recount: recountBucket, helpers: ['duplicate'] }));
    tell('seal, two late workers, retention', found);
    expect(found.failure).toBeUndefined();
  });

  test('a writer, a worker and a check with its second look, which finds no drift', async () => {
    const found = await explore(
      checkScene({
        ...{ recount: recountBucket, inspect: inspectBucket, isDrift },
        writes: PUT_CHANGE_WITHDRAW,
      }),
      { mortal: ['worker'], kills: 1 },
    );
    tell('writer, worker, check, one kill', found);
    expect(found.failure).toBeUndefined();
  });

  test('a writer, a worker, and an administrator who sets responses aside and back', async () => {
    const found = await explore(
      exclusionScene({
        recount: recountBucket,
        writes: ON_EACH_PAGE,
        lists: [WITHOUT_SECOND, []],
        helpers: [],
      }),
    );
    tell('writer, worker, two changes of what is set aside', found);
    expect(found.failure).toBeUndefined();
  });

  test('a writer, two workers, and an administrator who sets responses aside', async () => {
    const found = await explore(
      exclusionScene({
        recount: recountBucket,
        writes: ON_EACH_PAGE,
        lists: [WITHOUT_SECOND],
        helpers: ['duplicate'],
      }),
    );
    tell('writer, two workers, one change of what is set aside', found);
    expect(found.failure).toBeUndefined();
  });

  test('a writer, a worker that is killed, and an administrator who is, too', async () => {
    const found = await explore(
      exclusionScene({
        recount: recountBucket,
        writes: ON_EACH_PAGE,
        lists: [WITHOUT_SECOND],
        helpers: [],
      }),
      { mortal: ['worker', 'administrator'], kills: 1, echoes: 1 },
    );
    tell('writer, worker, one change of what is set aside, one kill, one write twice', found);
    expect(found.failure).toBeUndefined();
  });

  test('a change of what is set aside whose count is lost, and a check, which finds no drift', async () => {
    const found = await explore(
      checkScene({
        ...{ recount: recountBucket, inspect: inspectBucket, isDrift },
        writes: ON_EACH_PAGE,
        setsAside: true,
      }),
      { mortal: ['worker'], kills: 1 },
    );
    tell('writer, worker, lost count of what is set aside, check, one kill', found);
    expect(found.failure).toBeUndefined();
  });
});

describe('an interleaving is found that betrays', () => {
  test('a count that reads the revision after the responses', async () => {
    const found = await explore(
      trafficScene({
        recount: recountReadingRevisionLate,
        writes: PUT_CHANGE_WITHDRAW,
        helpers: ['duplicate', 'sweep'],
      }),
    );
    expect(found.failure?.fault).toContain('the truth [0,0,0]');
    expect(steps(found)).toContain('read responses');
  });

  test('a count that is not written where it is unchanged', async () => {
    const found = await explore(
      trafficScene({
        recount: recountSkippingUnchanged,
        writes: PUT_CHANGE_WITHDRAW,
        helpers: ['duplicate', 'sweep'],
      }),
    );
    expect(found.failure?.fault).toContain('the truth [0,0,0]');
  });

  test('a count that is written on no condition', async () => {
    const found = await explore(
      trafficScene({
        recount: recountBucket,
        depsOf: depsWithoutCondition,
        writes: PUT_CHANGE_WITHDRAW,
        helpers: ['duplicate'],
      }),
    );
    expect(found.failure?.fault).toContain('the truth [0,0,0]');
  });

  test('a worker that takes a sealed tally for any other', async () => {
    const found = await explore(
      sealScene({ recount: recountBucket, depsOfLate: depsIgnoringSeals, helpers: [] }),
    );
    expect(found.failure).toBeDefined();
  });

  test('a sweep that takes every difference for drift', async () => {
    const found = await explore(
      checkScene({
        recount: recountBucket,
        inspect: inspectBucket,
        isDrift: (_suspect, again) => again.kind === 'differs',
        writes: PUT_CHANGE_WITHDRAW,
      }),
    );
    expect(found.failure?.fault).toBe('drift was reported where nothing was lost');
  });

  test.each([
    ['reads what is set aside before the revision', recountReadingExclusionsEarly],
    ['reads what is set aside only once', recountKeepingExclusions],
  ])('a count that %s: an older list wins', async (_what, recount) => {
    const found = await explore(
      exclusionScene({ recount, writes: ON_EACH_PAGE, lists: [WITHOUT_SECOND], helpers: [] }),
    );
    expect(found.failure?.fault).toContain('the truth [1,0,0]');
    expect(steps(found)).toContain('read exclusions');
  });

  test('a sweep that does not look under which list a tally was counted', async () => {
    const found = await explore(
      checkScene({
        ...{ recount: recountBucket, inspect: inspectIgnoringVersions, isDrift },
        writes: ON_EACH_PAGE,
        setsAside: true,
      }),
    );
    expect(found.failure).toBeDefined();
  });
});
