import { describe, expect, test } from 'vitest';
import { inspectBucket, isDrift } from '../../../core/counting/inspect-bucket.ts';
import {
  MOST_ATTEMPTS,
  type NewTally,
  type RecountDeps,
  recountBucket,
  TallyContestedError,
} from '../../../core/counting/recount-bucket.ts';
import type { StoredTally } from '../../../schemas/tally.ts';
import { BUCKET, request, SHAPE } from './bucket-model.ts';
import { countAll } from './count-all.ts';

const RESPONSES = [{ answers: '1', channel: 'web', day: '2027-01-15' }] as const;
const EXCLUSIONS = {
  version: 3,
  exclusions: [{ channel: 'paper' as const, day: '2027-01-14' }],
};
const TALLY = countAll(RESPONSES, SHAPE, EXCLUSIONS.exclusions);
const stored = (revision: number, sealed = false): StoredTally => ({
  revision,
  sealed,
  exclusionsVersion: EXCLUSIONS.version,
  receipts: 2,
  tally: TALLY,
});

/** Dependencies that write down what is asked of them; the first writes lose the race. */
const recorded = (before: StoredTally | undefined, lostRaces = 0) => {
  const calls: string[] = [];
  const written: NewTally[] = [];
  const pauses: number[] = [];
  let lost = 0;
  const deps: RecountDeps = {
    tallies: {
      get: async () => {
        calls.push('tally');
        return before;
      },
      put: async (_bucket, next) => {
        calls.push('write');
        if (lost < lostRaces) {
          lost += 1;
          return { kind: 'moved' };
        }
        written.push(next);
        return { kind: 'written' };
      },
    },
    exclusions: {
      get: async () => {
        calls.push('exclusions');
        return EXCLUSIONS;
      },
    },
    responses: {
      read: async function* () {
        calls.push('responses');
        yield { responses: RESPONSES, tombstones: 2 };
      },
    },
    pause: async (failed) => {
      pauses.push(failed);
    },
  };
  return { deps, calls, written, pauses };
};

describe('recountBucket', () => {
  test('reads the tally, then the exclusions, then the responses, then writes', async () => {
    const { deps, calls } = recorded(stored(4));
    await recountBucket(deps, request());
    expect(calls).toEqual(['tally', 'exclusions', 'responses', 'write']);
  });

  test('writes one revision more, also where the count is the same', async () => {
    const { deps, written } = recorded(stored(4));
    const recount = await recountBucket(deps, request());
    expect(written).toEqual([
      {
        ...{ tally: TALLY, revision: 5, sealed: false, exclusionsVersion: 3, receipts: 3 },
        expiresAt: request().expiresAt,
      },
    ]);
    expect(recount).toMatchObject({
      ...{ kind: 'recounted', revision: 5, receipts: { before: 2, after: 3 } },
    });
  });

  test('writes revision 1 where there was no tally', async () => {
    const { deps, written } = recorded(undefined);
    const recount = await recountBucket(deps, request());
    expect(written[0]?.revision).toBe(1);
    expect(recount).toMatchObject({
      ...{ kind: 'recounted', receipts: { before: undefined, after: 3 } },
    });
  });

  test('leaves a sealed tally alone, without reading a response', async () => {
    const { deps, calls } = recorded(stored(4, true));
    expect(await recountBucket(deps, request())).toEqual({ kind: 'sealed', bucket: BUCKET });
    expect(calls).toEqual(['tally']);
  });

  test('seals where it is asked to', async () => {
    const { deps, written } = recorded(stored(4));
    await recountBucket(deps, request(true));
    expect(written[0]?.sealed).toBe(true);
  });

  test('begins again at the first step where it lost the race, after a pause', async () => {
    const { deps, calls, pauses } = recorded(stored(4), 2);
    await recountBucket(deps, request());
    const once = ['tally', 'exclusions', 'responses', 'write'];
    expect(calls).toEqual([...once, ...once, ...once]);
    expect(pauses).toEqual([1, 2]);
  });

  test('gives up after so many lost races', async () => {
    const { deps, calls } = recorded(stored(4), Number.POSITIVE_INFINITY);
    await expect(recountBucket(deps, request())).rejects.toThrow(TallyContestedError);
    expect(calls.filter((call) => call === 'write')).toHaveLength(MOST_ATTEMPTS);
  });
});

describe('inspectBucket', () => {
  const inspect = (before: StoredTally | undefined) =>
    inspectBucket(recorded(before).deps, BUCKET, SHAPE);

  test('agrees where the tally holds what is counted', async () => {
    expect(await inspect(stored(4))).toEqual({ kind: 'agrees', bucket: BUCKET });
  });

  test('differs where it does not, and tells the revision', async () => {
    const other = { ...stored(4), tally: { ...TALLY, responses: 7 } };
    expect(await inspect(other)).toEqual({ kind: 'differs', bucket: BUCKET, revision: 4 });
  });

  test('differs with revision 0 where responses have no tally', async () => {
    expect(await inspect(undefined)).toEqual({ kind: 'differs', bucket: BUCKET, revision: 0 });
  });

  test('finds a tally outdated that was counted under another list, whatever it holds', async () => {
    for (const exclusionsVersion of [0, 2, 4]) {
      const found = await inspect({ ...stored(4), exclusionsVersion });
      expect(found).toEqual({ kind: 'outdated', bucket: BUCKET });
    }
  });

  test('says nothing of a sealed tally', async () => {
    expect(await inspect(stored(4, true))).toEqual({ kind: 'sealed', bucket: BUCKET });
  });

  test('writes nothing', async () => {
    const { deps, calls } = recorded(stored(4));
    await inspectBucket(deps, BUCKET, SHAPE);
    expect(calls).toEqual(['tally', 'exclusions', 'responses']);
  });
});

describe('isDrift', () => {
  const suspect = { organization: 'o', bucket: 0, revision: 4 };

  test('holds for a difference under the revision of the first look', () => {
    expect(isDrift(suspect, { kind: 'differs', bucket: BUCKET, revision: 4 })).toBe(true);
  });

  test('fails where somebody has counted since', () => {
    expect(isDrift(suspect, { kind: 'differs', bucket: BUCKET, revision: 5 })).toBe(false);
  });

  test('fails where the tally agrees by now, is sealed, or is of another list', () => {
    expect(isDrift(suspect, { kind: 'outdated', bucket: BUCKET })).toBe(false);
    expect(isDrift(suspect, { kind: 'agrees', bucket: BUCKET })).toBe(false);
    expect(isDrift(suspect, { kind: 'sealed', bucket: BUCKET })).toBe(false);
  });
});
