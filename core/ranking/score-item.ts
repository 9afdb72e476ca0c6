import type { Metric } from '../../schemas/poll.ts';
import { effectiveSampleSize } from './effective-sample-size.ts';
import { estimateVariance } from './estimate-variance.ts';
import type { ItemSample } from './item-sample.ts';
import { kornGraubardInterval } from './korn-graubard-interval.ts';
import { metricBounds, rangeOf } from './metric-bounds.ts';
import { metricScores } from './metric-scores.ts';
import { reliabilityOfShare } from './reliability-of-share.ts';
import type { EstimateError, Scored } from './scored.ts';
import { substituteVariance } from './substitute-variance.ts';
import { tInterval } from './t-interval.ts';
import { type WeightedEstimate, weightedEstimate } from './weighted-estimate.ts';

/** How an item is to be scored. */
export type Scoring = {
  readonly metric: Metric;
  readonly levels: number;
  /** False: counts, estimate and rank alone. */
  readonly uncertainty: boolean;
};

type Precision = Pick<Scored, 'interval' | 'reliability'>;

/**
 * An item's estimate under one voice and metric with all that the design allows to say of its
 * error. With answers from one unit alone there is an estimate, but no error.
 *
 * @param means each unit's mean score of the item
 */
export function scoreItem(
  id: string,
  sample: ItemSample,
  means: Float64Array,
  scoring: Scoring,
): Scored {
  const { df, answers, organizations } = sample;
  const weighted = weightedEstimate(sample.weights, means);
  const known = { id, answers, organizations };
  if (!weighted || df === null) {
    const nothing = { estimate: null, error: null, interval: null, df: null, reliability: null };
    return { ...known, ...nothing, status: 'no-answers' };
  }
  const { estimate } = weighted;
  const error = scoring.uncertainty ? errorOf(weighted, sample, df, scoring) : null;
  const precision =
    scoring.metric === 'agree'
      ? shareOf(estimate, answers, df, error)
      : scoreOf(estimate, error, scoring);
  const status = scoring.uncertainty ? 'shown' : 'few-organizations';
  return { ...known, ...precision, status, estimate, error, df: scoring.uncertainty ? df : null };
}

function errorOf(
  weighted: WeightedEstimate,
  sample: ItemSample,
  df: number,
  { metric, levels }: Scoring,
): EstimateError | null {
  const { deviations } = weighted;
  const variance = estimateVariance(deviations, rangeOf(metricBounds(metric, levels)));
  const substitute = substituteVariance(sample.counts, metricScores(metric, levels));
  if (sample.units < 2 || variance === null || substitute === null) return null;
  return { deviations, variance, df, substituteVariance: substitute };
}

/** A share's Korn-Graubard interval; fewer than two units (so fewer than two answers): none. */
function shareOf(p: number, answers: number, df: number, error: EstimateError | null): Precision {
  const effective = error && effectiveSampleSize(p, error.variance, answers, df);
  const interval = effective === null ? null : kornGraubardInterval(p, effective);
  return { interval, reliability: reliabilityOfShare({ p, answers, df, interval, effective }) };
}

function scoreOf(
  estimate: number,
  error: EstimateError | null,
  { metric, levels }: Scoring,
): Precision {
  const interval =
    error && tInterval(estimate, Math.sqrt(error.variance), error.df, metricBounds(metric, levels));
  return { interval, reliability: null };
}
