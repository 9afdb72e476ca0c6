import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { kornGraubardInterval } from '../../../core/ranking/korn-graubard-interval.ts';
import { tQuantile975, twoSidedP } from '../../../core/ranking/student-t.ts';

const numbers = z.array(z.number());
const kept = z
  .object({
    tQuantile975: z.object({ df: numbers, value: numbers }),
    twoSidedP: z.object({ df: numbers, t: numbers, value: numbers }),
    kornGraubard: z.object({ n: numbers, p: numbers, low: numbers, high: numbers }),
  })
  .parse(
    JSON.parse(
      readFileSync(new URL('../../golden/special-functions.json', import.meta.url), 'utf8'),
    ),
  );

const TOLERANCE = 1e-10;
const SMALLEST_END = 1e-12;
const SMALLEST_P = 1e-300;

const worst = (actual: readonly number[], expected: readonly number[], floor: number): number =>
  Math.max(
    ...expected.map(
      (value, index) =>
        Math.abs((actual[index] ?? Number.NaN) - value) / Math.max(Math.abs(value), floor),
    ),
  );

test("t quantiles are R's to 1e-10, for degrees of freedom from 1 to 10 million", () => {
  const { df, value } = kept.tQuantile975;
  expect(worst(df.map(tQuantile975), value, 0)).toBeLessThan(TOLERANCE);
});

test("two-sided p-values of t are R's to 1e-10 of themselves, as far as 1e-300", () => {
  const { df, t, value } = kept.twoSidedP;
  const actual = t.map((one, index) => twoSidedP(one, df[index] ?? Number.NaN));
  expect(worst(actual, value, SMALLEST_P)).toBeLessThan(TOLERANCE);
});

test("Korn-Graubard ends are R's beta quantiles to 1e-10, for n_eff from .01 to 10 million", () => {
  const { n, p, low, high } = kept.kornGraubard;
  const intervals = p.map((share, index) => kornGraubardInterval(share, n[index] ?? Number.NaN));
  expect(
    worst(
      intervals.map((interval) => interval.low),
      low,
      SMALLEST_END,
    ),
  ).toBeLessThan(TOLERANCE);
  expect(
    worst(
      intervals.map((interval) => interval.high),
      high,
      SMALLEST_END,
    ),
  ).toBeLessThan(TOLERANCE);
});

test('a p-value is the same for t and -t, and 1 for 0', () => {
  expect(twoSidedP(-2.5, 3.7)).toBe(twoSidedP(2.5, 3.7));
  expect(twoSidedP(0, 3.7)).toBe(1);
});

test('an interval reaches 0 at a share of 0 and 1 at a share of 1', () => {
  expect(kornGraubardInterval(0, 20).low).toBe(0);
  expect(kornGraubardInterval(1, 20).high).toBe(1);
});

test('the interval of a share of 1 is that of Clopper and Pearson', () => {
  expect(kornGraubardInterval(1, 20).low).toBeCloseTo(0.025 ** (1 / 20), 12);
});
