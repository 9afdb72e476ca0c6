import { METRICS } from '../../schemas/format.ts';
import type { Metric } from '../../schemas/poll.ts';

/** Which metric's ranks stand for a metric, and which others they are held against. */
export type MetricPeers = { readonly standsFor: Metric; readonly others: readonly Metric[] };

/**
 * With an even number of levels there is no middle, and net = 2 agree - 1: it says nothing of
 * its own, so it is held against nothing and its rows carry agree's answer.
 */
export function metricPeers(metric: Metric, levels: number): MetricPeers {
  const even = levels % 2 === 0;
  const standsFor = even && metric === 'net' ? 'agree' : metric;
  const others = METRICS.filter((other) => other !== standsFor && !(even && other === 'net'));
  return { standsFor, others };
}
