import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreementA } from '../../../core/ranking/agreement-a.ts';
import { consensus } from '../../../core/ranking/consensus.ts';
import { describeItem } from '../../../core/ranking/item-distribution.ts';
import { itemNonresponse } from '../../../core/ranking/item-nonresponse.ts';

const counts = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 3, maxLength: 7 });

test('consensus is 1 where all chose one level', () => {
  expect(consensus([0, 0, 8, 0, 0])).toBe(1);
  expect(consensus([9, 0, 0])).toBe(1);
});

test('consensus is 0 where half chose either end', () => {
  expect(consensus([5, 0, 0, 0, 5])).toBe(0);
});

test('consensus of an even spread over five levels is that of Tastle and Wierman', () => {
  // Mean 3: distances 2 1 0 1 2 of a width of 4.
  const expected = 1 + (2 * Math.log2(1 - 2 / 4) + 2 * Math.log2(1 - 1 / 4)) / 5;
  expect(consensus([1, 1, 1, 1, 1])).toBeCloseTo(expected, 15);
});

test('agreement is 1 where all chose one level, 0 for an even spread, -1 for the two ends', () => {
  expect(agreementA([0, 6, 0, 0, 0, 0, 0])).toBe(1);
  expect(agreementA([3, 3, 3, 3, 3, 3, 3])).toBe(0);
  expect(agreementA([4, 0, 0, 0, 0, 0, 4])).toBeCloseTo(-1, 15);
});

test('agreement of one flat layer over neighbours is 1 - (S - 1) / (K - 1)', () => {
  expect(agreementA([0, 5, 5, 0, 0, 0, 0])).toBeCloseTo(1 - 1 / 6, 15);
});

test('agreement is the mean of its layers by their share of the answers', () => {
  // 2 each over three neighbours (A = 1/2 of 6 answers), 4 more on the middle (A = 1).
  expect(agreementA([0, 2, 6, 2, 0])).toBeCloseTo(0.6 * 0.5 + 0.4 * 1, 15);
});

test('both stay within their bounds and are the same from either end of the scale', () => {
  fc.assert(
    fc.property(counts, (levels) => {
      fc.pre(levels.some((count) => count > 0));
      const reversed = levels.toReversed();
      expect(consensus(levels)).toBeGreaterThanOrEqual(-1e-12);
      expect(consensus(levels)).toBeLessThanOrEqual(1);
      expect(consensus(levels)).toBeCloseTo(consensus(reversed) ?? Number.NaN, 12);
      expect(agreementA(levels)).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(agreementA(levels)).toBeLessThanOrEqual(1 + 1e-12);
      expect(agreementA(levels)).toBeCloseTo(agreementA(reversed) ?? Number.NaN, 12);
    }),
  );
});

test('item nonresponse is the share of responses that left the item open', () => {
  expect(itemNonresponse(45, 60)).toBe(0.25);
  expect(itemNonresponse(0, 0)).toBeNull();
});

test('an item that nobody answered has neither consensus nor agreement', () => {
  expect(describeItem([0, 0, 0, 0, 0], 12)).toEqual({
    counts: [0, 0, 0, 0, 0],
    answers: 0,
    nonresponse: 1,
    consensus: null,
    agreement: null,
  });
});
