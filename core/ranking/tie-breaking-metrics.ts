import type { Metric } from '../../schemas/poll.ts';

const CIRCLE: readonly Metric[] = ['agree', 'net', 'mean'];

/** A metric and those that break its ties in turn: the circle agree, net, mean, agree. */
export const tieBreakingMetrics = (metric: Metric): readonly Metric[] => {
  const start = CIRCLE.indexOf(metric);
  return [...CIRCLE.slice(start), ...CIRCLE.slice(0, start)];
};
