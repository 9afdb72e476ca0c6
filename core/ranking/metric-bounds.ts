import type { Metric } from '../../schemas/poll.ts';

/** The lowest and the highest value that a metric can take. */
export type Bounds = { readonly low: number; readonly high: number };

/** A metric's bounds: `agree` 0 to 1, `net` -1 to 1, `mean` 1 to L. */
export const metricBounds = (metric: Metric, levels: number): Bounds => {
  if (metric === 'agree') return { low: 0, high: 1 };
  return metric === 'net' ? { low: -1, high: 1 } : { low: 1, high: levels };
};

/** The width of a metric's bounds, in which tolerances are measured. */
export const rangeOf = (bounds: Bounds): number => bounds.high - bounds.low;
