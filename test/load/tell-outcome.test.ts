import { describe, expect, test } from 'vitest';
import { percentile } from './probe-tallies.ts';
import { isExact, type LoadOutcome } from './tell-outcome.ts';

const same = { compared: 60, differences: [] };
const exact: LoadOutcome = {
  counts: { requests: 9, respondents: 5, accepted: 7, refused: 2, retried: 1 },
  strays: 1,
  doubled: 1,
  killed: { handlers: 1, functions: 1 },
  interimReleases: 1,
  tallied: [1_000],
  stored: { lost: 0, extra: 0 },
  inForce: 5,
  published: 5,
  levels: same,
  figures: same,
};

test('a run is exact where nothing is lost, double or published otherwise', () => {
  expect(isExact(exact)).toBe(true);
});

test.each<[string, Partial<LoadOutcome>]>([
  ['one is lost', { stored: { lost: 1, extra: 0 } }],
  ['one is double', { stored: { lost: 0, extra: 1 } }],
  ['another number is published', { published: 4 }],
  ['another level is published', { levels: { compared: 60, differences: ['rye'] } }],
  ['another figure is published', { figures: { compared: 60, differences: ['rye'] } }],
  ['nothing was killed', { killed: { handlers: 1, functions: 0 } }],
  ['no release came in the middle', { interimReleases: 0 }],
])('a run is not where %s', (_, difference) => {
  expect(isExact({ ...exact, ...difference })).toBe(false);
});

describe('a percentile', () => {
  test('is the value that so many do not exceed', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([percentile(values, 0.5), percentile(values, 0.99)]).toEqual([51, 100]);
    expect(percentile([3], 0.99)).toBe(3);
  });
});
