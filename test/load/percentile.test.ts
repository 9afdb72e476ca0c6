import { expect, test } from 'vitest';
import { percentile } from './percentile.ts';

test('a percentile is the least value that so many do not exceed', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([percentile(values, 0.5), percentile(values, 0.99), percentile(values, 1)]).toEqual([
    50, 99, 100,
  ]);
  expect(percentile([3], 0.99)).toBe(3);
});

test('a percentile of nothing is no number', () => {
  expect(percentile([], 0.5)).toBeNaN();
});
