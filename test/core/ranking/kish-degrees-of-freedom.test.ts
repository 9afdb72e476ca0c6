import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kishDegreesOfFreedom } from '../../../core/ranking/kish-degrees-of-freedom.ts';

const kish = (...weights: number[]) => kishDegreesOfFreedom(Float64Array.from(weights));

test('equal weights give the number of units less 1', () => {
  expect(kish(7, 7, 7, 7)).toBe(3);
});

test('equal weights give a whole number however large they are', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e12 }),
      fc.integer({ min: 2, max: 300 }),
      (weight, units) => {
        expect(kish(...new Array<number>(units).fill(weight))).toBe(units - 1);
      },
    ),
  );
});

test('one unit that outweighs the others leaves one degree of freedom, never fewer', () => {
  expect(kish(1_000_000, 1, 1)).toBe(1);
  expect(kish(5)).toBe(1);
});

test('a unit without weight changes nothing', () => {
  expect(kish(3, 1, 4, 0, 0)).toBe(kish(3, 1, 4));
});

test('without weight there are none', () => {
  expect(kish(0, 0)).toBeNull();
  expect(kish()).toBeNull();
});

test('unequal weights give (sum W)^2 / sum W^2 - 1', () => {
  expect(kish(10, 20, 30)).toBeCloseTo(3600 / 1400 - 1, 15);
});
