import { expect, test } from 'vitest';
import { type Comparison, comparePairs } from '../../../core/ranking/compare-pairs.ts';
import { rankMembers } from '../../../core/ranking/rank-members.ts';
import { type Scored, withoutFigures } from '../../../core/ranking/scored.ts';
import { findSignificance } from '../../../core/ranking/significance.ts';
import { twoSidedP } from '../../../core/ranking/student-t.ts';
import { tiersOf } from '../../../core/ranking/tiers.ts';

const comparison = (first: number, second: number, difference: number, p: number): Comparison => ({
  first,
  second,
  difference,
  p,
  variance: 1,
  df: 5,
});

const scored = (id: string, estimate: number, deviations: readonly number[], df = 5): Scored => ({
  ...withoutFigures(id, 'shown'),
  estimate,
  error: {
    deviations: Float64Array.from(deviations),
    variance: 0.01,
    df,
    substituteVariance: 0.02,
  },
});

test('a pair is compared by t over the variance of its difference, with the smaller df', () => {
  const members = [
    scored('a', 0.9, [0.01, -0.02, 0.01], 7),
    scored('b', 0.5, [-0.01, 0, 0.01], 3.5),
  ];
  const [pair] = comparePairs(members, 1);
  const variance = (3 / 2) * (0.02 ** 2 + 0.02 ** 2 + 0);
  expect(pair?.variance).toBeCloseTo(variance, 15);
  expect(pair?.df).toBe(3.5);
  expect(pair?.p).toBeCloseTo(twoSidedP(0.4 / Math.sqrt(variance), 3.5), 12);
});

test('where no variance of the difference is seen, the substitutes of both stand in', () => {
  const members = [scored('a', 0.9, [0.1, -0.1]), scored('b', 0.5, [0.1, -0.1])];
  const [pair] = comparePairs(members, 1);
  expect(pair?.variance).toBe(0.04);
  expect(pair?.p).toBeCloseTo(twoSidedP(2, 5), 12);
});

test('equal estimates are never significant, even without variance', () => {
  const members = [scored('a', 0.5, [0, 0]), scored('b', 0.5 + 5e-13, [0, 0])];
  expect(comparePairs(members, 1)[0]?.p).toBe(1);
});

test('a member without an error is not compared', () => {
  const members = [
    scored('a', 0.9, [0.1, -0.1]),
    { ...scored('b', 0.8, []), error: null },
    scored('c', 0.1, [0.1, 0]),
  ];
  expect(comparePairs(members, 1).map(({ first, second }) => [first, second])).toEqual([[0, 2]]);
});

test('significance is Holm over the pairs of the list: one p of .02 does not do for three', () => {
  const pairs = [comparison(0, 1, 1, 0.02), comparison(0, 2, 1, 0.5), comparison(1, 2, 1, 0.6)];
  expect(findSignificance(3, pairs).above.every((set) => set.size === 0)).toBe(true);
});

test('the higher estimate of a significant pair is above, the lower one below', () => {
  const { above, below } = findSignificance(2, [comparison(0, 1, -1, 0.01)]);
  expect(above.map((set) => [...set])).toEqual([[1], []]);
  expect(below.map((set) => [...set])).toEqual([[], [0]]);
});

test('a tier is 1 more than the highest tier significantly above', () => {
  expect(tiersOf([new Set(), new Set([0]), new Set([0]), new Set([1]), new Set()])).toEqual([
    1, 2, 2, 3, 1,
  ]);
});

test('tiers form a chain: the tier of one that is below only the second can be the third', () => {
  const above = [new Set<number>(), new Set([0]), new Set([1])];
  expect(tiersOf(above)).toEqual([1, 2, 3]);
});

test('rank intervals run from those above to those below, among all with an estimate', () => {
  const members = [
    scored('a', 0.9, [0.001, -0.001]),
    scored('b', 0.5, [0.001, 0.001]),
    { ...scored('c', 0.4, []), error: null },
    withoutFigures('d', 'no-answers'),
  ].map((member) => (member.error ? { ...member, error: { ...member.error, df: 50 } } : member));
  const keys = [{ values: members.map((member) => member.estimate), range: 1 }];
  expect(rankMembers(members, keys).map(({ member, ...place }) => [member.id, place])).toEqual([
    ['a', { rank: 1, rankLow: 1, rankHigh: 2, tier: 1 }],
    ['b', { rank: 2, rankLow: 2, rankHigh: 3, tier: 2 }],
    ['c', { rank: 3, rankLow: null, rankHigh: null, tier: null }],
    ['d', { rank: null, rankLow: null, rankHigh: null, tier: null }],
  ]);
});
