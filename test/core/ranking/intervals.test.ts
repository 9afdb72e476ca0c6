import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectiveSampleSize } from '../../../core/ranking/effective-sample-size.ts';
import { kornGraubardInterval } from '../../../core/ranking/korn-graubard-interval.ts';
import { tQuantile975 } from '../../../core/ranking/student-t.ts';
import { substituteVariance } from '../../../core/ranking/substitute-variance.ts';
import { tInterval } from '../../../core/ranking/t-interval.ts';

test('the effective sample size is p (1 - p) / v times the squared ratio of t', () => {
  const ratio = tQuantile975(199) / tQuantile975(9.5);
  expect(effectiveSampleSize(0.6, 0.004, 200, 9.5)).toBeCloseTo((0.24 / 0.004) * ratio ** 2, 10);
});

test('the effective sample size never exceeds the answers', () => {
  expect(effectiveSampleSize(0.5, 1e-9, 40, 12)).toBe(40);
});

test.each([
  ['no variance is seen', 0.5, 0],
  ['the variance is only rounding', 0.5, 1e-18],
  ['the share is 0', 0, 0.01],
  ['the share is 1', 1, 0.01],
])('the effective sample size is the answers where %s', (_, p, v) => {
  expect(effectiveSampleSize(p, v, 40, 12)).toBe(40);
});

test('an interval of a share holds the share and stays within 0 and 1', () => {
  const inner = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
  const share = fc.oneof(fc.constantFrom(0, 1), inner);
  const size = fc.double({ min: 0.01, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(share, size, (p, effective) => {
      const { low, high } = kornGraubardInterval(p, effective);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(p + 1e-12);
      expect(high).toBeGreaterThanOrEqual(p - 1e-12);
    }),
  );
});

test('a t interval is the estimate and t standard errors to either side', () => {
  const half = tQuantile975(4) * 0.1;
  expect(tInterval(3, 0.1, 4, { low: 1, high: 5 })).toEqual({ low: 3 - half, high: 3 + half });
});

test('a t interval stays within what the metric can be', () => {
  expect(tInterval(0.9, 1, 4, { low: -1, high: 1 })).toEqual({ low: -1, high: 1 });
});

test('without a standard error above 0 there is no t interval', () => {
  expect(tInterval(0.9, 0, 4, { low: -1, high: 1 })).toBeNull();
});

test('a substitute variance adds one answer at either end', () => {
  // Ten answers, all agreeing: 11 of 12 with the two added.
  expect(substituteVariance([0, 0, 0, 0, 10], [0, 0, 0, 1, 1])).toBeCloseTo(
    (11 / 12) * (1 / 12) * (1 / 10),
    15,
  );
});

test('a substitute variance is above 0 for one answer and null for none', () => {
  expect(substituteVariance([0, 0, 1, 0, 0], [1, 2, 3, 4, 5])).toBeCloseTo(8 / 3, 15);
  expect(substituteVariance([0, 0, 0, 0, 0], [1, 2, 3, 4, 5])).toBeNull();
});
