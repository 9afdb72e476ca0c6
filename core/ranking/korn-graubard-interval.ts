import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import type { Interval } from './interval.ts';

/**
 * The Korn-Graubard interval of a share p: Clopper and Pearson's, with the effective sample
 * size for the number of answers. Ends are the beta quantiles
 * B(.025; n_eff p, n_eff (1 - p) + 1) and B(.975; n_eff p + 1, n_eff (1 - p)),
 * 0 below p = 0 and 1 above p = 1.
 *
 * Source: Korn & Graubard (1998), Survey Methodology 24, 193-201.
 */
export function kornGraubardInterval(p: number, effective: number): Interval {
  const agree = effective * p;
  const other = effective * (1 - p);
  return {
    low: p === 0 ? 0 : betaQuantile(0.025, agree, other + 1),
    high: p === 1 ? 1 : betaQuantile(0.975, agree + 1, other),
  };
}
