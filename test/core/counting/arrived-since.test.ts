import { describe, expect, test } from 'vitest';
import { arrivedSince } from '../../../core/counting/arrived-since.ts';
import { emptyTally } from '../../../core/counting/count-responses.ts';
import type { StoredTally } from '../../../schemas/tally.ts';

const stored = (
  channels: StoredTally['tally']['channels'],
  { setAside = 0, exclusionsVersion = 0 } = {},
): StoredTally => ({
  revision: 1,
  sealed: false,
  exclusionsVersion,
  tally: {
    ...emptyTally({ items: 1, levels: 3 }),
    channels,
    responses: Object.values(channels).reduce((sum, count) => sum + count, 0),
    setAside,
  },
});

describe('arrivedSince', () => {
  test('is all of a first count, but what is on paper', () => {
    expect(arrivedSince(undefined, stored({ web: 3, api: 2, paper: 40 }))).toBe(5);
  });

  test('is what a count has more than the one before, but what is on paper', () => {
    expect(arrivedSince(stored({ web: 3, paper: 2 }), stored({ web: 7, paper: 90 }))).toBe(4);
  });

  test('counts what is set aside, too: a flood goes on', () => {
    const before = stored({ web: 3 }, { setAside: 10 });
    expect(arrivedSince(before, stored({ web: 3 }, { setAside: 25 }))).toBe(15);
  });

  test('is none where fewer are left, or under another list of exclusions', () => {
    expect(arrivedSince(stored({ web: 3 }), stored({ web: 1 }))).toBe(0);
    const other = stored({ web: 9 }, { exclusionsVersion: 1 });
    expect(arrivedSince(stored({ web: 3 }), other)).toBe(0);
  });
});
