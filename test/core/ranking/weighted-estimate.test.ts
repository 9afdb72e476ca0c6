import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterCovariance } from '../../../core/ranking/cluster-covariance.ts';
import { differenceVariance } from '../../../core/ranking/difference-variance.ts';
import { estimateVariance } from '../../../core/ranking/estimate-variance.ts';
import { weightedEstimate } from '../../../core/ranking/weighted-estimate.ts';

const numbers = (...values: number[]) => Float64Array.from(values);

test('the estimate is the weighted mean of the means of the units', () => {
  expect(weightedEstimate(numbers(1, 3), numbers(0, 1))?.estimate).toBe(0.75);
});

test('linearized values are W (m - estimate) / sum W', () => {
  expect([...(weightedEstimate(numbers(1, 3), numbers(0, 1))?.deviations ?? [])]).toEqual([
    (1 * (0 - 0.75)) / 4,
    (3 * (1 - 0.75)) / 4,
  ]);
});

test('without weight there is no estimate', () => {
  expect(weightedEstimate(numbers(0, 0), numbers(0, 0))).toBeNull();
  expect(weightedEstimate(numbers(), numbers())).toBeNull();
});

test('linearized values sum to 0', () => {
  const unit = fc.tuple(
    fc.integer({ min: 0, max: 1000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 30 }), (units) => {
      const weighted = weightedEstimate(
        Float64Array.from(units, ([weight]) => weight),
        Float64Array.from(units, ([, mean]) => mean),
      );
      const sum = weighted?.deviations.reduce((all, one) => all + one, 0) ?? 0;
      expect(Math.abs(sum)).toBeLessThan(1e-12);
    }),
  );
});

test('with equal weights the variance is that of a mean of G values', () => {
  const means = numbers(0.2, 0.5, 0.9, 0.4);
  const { deviations } = weightedEstimate(numbers(1, 1, 1, 1), means) ?? { deviations: numbers() };
  const average = 0.5;
  const variance = means.reduce((all, one) => all + (one - average) ** 2, 0) / 3 / 4;
  expect(clusterCovariance(deviations, deviations)).toBeCloseTo(variance, 15);
});

test('fewer than two units have no covariance', () => {
  expect(clusterCovariance(numbers(0), numbers(0))).toBeNull();
  expect(clusterCovariance(numbers(), numbers())).toBeNull();
});

test('a unit that did not answer counts among the G units', () => {
  expect(clusterCovariance(numbers(1, -1, 0), numbers(1, -1, 0))).toBe((3 / 2) * 2);
});

test('the variance of a difference is v_i + v_j - 2 cov_ij', () => {
  const first = numbers(0.1, -0.3, 0.2);
  const second = numbers(-0.2, 0.1, 0.1);
  const cov = (a: Float64Array, b: Float64Array) => clusterCovariance(a, b) ?? Number.NaN;
  expect(differenceVariance(first, second)).toBeCloseTo(
    cov(first, first) + cov(second, second) - 2 * cov(first, second),
    15,
  );
});

test('the difference of two items that move together has no variance at all', () => {
  expect(differenceVariance(numbers(0.1, -0.1), numbers(0.1, -0.1))).toBe(0);
});

test('a variance of at most 1e-18 of the range squared is 0', () => {
  expect(estimateVariance(numbers(1e-10, -1e-10), 1)).toBe(0);
  expect(estimateVariance(numbers(1e-9, -1e-9), 1)).toBeGreaterThan(0);
  expect(estimateVariance(numbers(1e-9, -1e-9), 4)).toBe(0);
});
