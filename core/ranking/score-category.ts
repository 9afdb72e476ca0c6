import { estimateVariance } from './estimate-variance.ts';
import { metricBounds, rangeOf } from './metric-bounds.ts';
import type { Scoring } from './score-item.ts';
import { type EstimateError, type Scored, withoutFigures } from './scored.ts';
import { tInterval } from './t-interval.ts';

const FEW = 'few-organizations';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/**
 * A category under one voice and metric: the unweighted mean of its items. Its linearized
 * values are the means of theirs, so its variance holds their covariances; df is the smallest
 * of theirs.
 *
 * A withheld item takes every figure of the category along: answers or an estimate over the
 * rest would give the withheld one away by subtraction.
 *
 * @param organizations how many have an answer to any of its items
 */
export function scoreCategory(
  id: string,
  items: readonly Scored[],
  organizations: number,
  scoring: Pick<Scoring, 'metric' | 'levels'>,
): Scored {
  if (items.some((item) => item.answers === null)) return withoutFigures(id, 'item-withheld');
  const answers = sum(items.map((item) => item.answers ?? 0));
  const estimates = items.flatMap((item) => item.estimate ?? []);
  if (estimates.length < items.length) {
    return { ...withoutFigures(id, 'item-without-answers'), answers, organizations };
  }
  const bounds = metricBounds(scoring.metric, scoring.levels);
  const estimate = sum(estimates) / items.length;
  const error = errorOf(items, rangeOf(bounds));
  const dfs = items.flatMap((item) => item.df ?? []);
  return {
    id,
    status: items.some(({ status }) => status === FEW) ? FEW : 'shown',
    estimate,
    error,
    interval: error && tInterval(estimate, Math.sqrt(error.variance), error.df, bounds),
    df: dfs.length < items.length ? null : Math.min(...dfs),
    answers,
    organizations,
    reliability: null,
  };
}

function errorOf(items: readonly Scored[], range: number): EstimateError | null {
  const errors = items.flatMap((item) => item.error ?? []);
  const first = errors[0];
  if (!first || errors.length < items.length) return null;
  const deviations = first.deviations.map(
    (_, unit) => sum(errors.map((error) => error.deviations[unit] ?? 0)) / items.length,
  );
  const variance = estimateVariance(deviations, range);
  if (variance === null) return null;
  return {
    deviations,
    variance,
    df: Math.min(...errors.map((error) => error.df)),
    substituteVariance: sum(errors.map((error) => error.substituteVariance)) / items.length ** 2,
  };
}
