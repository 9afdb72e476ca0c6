import { differenceVariance } from './difference-variance.ts';
import { isNoDifference, isNoVariance } from './negligible.ts';
import type { EstimateError, Scored } from './scored.ts';
import { twoSidedP } from './student-t.ts';

/** Two members of a list, by their places in it, and how sure their difference is. */
export type Comparison = {
  readonly first: number;
  readonly second: number;
  /** The first's estimate less the second's. */
  readonly difference: number;
  readonly variance: number;
  readonly df: number;
  /** Two-sided, from Student's t; 1 where they are equal but for rounding. */
  readonly p: number;
};

type Comparable = {
  readonly place: number;
  readonly estimate: number;
  readonly error: EstimateError;
};

/**
 * Compares every two members of a list that have an error, within the same units: the variance
 * of the difference holds their covariance. Where the units show no variance of the difference
 * at all, the two substitute variances stand in. df is the smaller of the two.
 */
export function comparePairs(members: readonly Scored[], range: number): readonly Comparison[] {
  const comparable = members.flatMap(({ estimate, error }, place): Comparable[] =>
    estimate === null || error === null ? [] : [{ place, estimate, error }],
  );
  return comparable.flatMap((first, index) =>
    comparable.slice(index + 1).map((second) => compare(first, second, range)),
  );
}

function compare(first: Comparable, second: Comparable, range: number): Comparison {
  const difference = first.estimate - second.estimate;
  const shown = differenceVariance(first.error.deviations, second.error.deviations);
  const variance = isNoVariance(shown, range)
    ? first.error.substituteVariance + second.error.substituteVariance
    : shown;
  const df = Math.min(first.error.df, second.error.df);
  const p = isNoDifference(difference, range) ? 1 : twoSidedP(difference / Math.sqrt(variance), df);
  return { first: first.place, second: second.place, difference, variance, df, p };
}
