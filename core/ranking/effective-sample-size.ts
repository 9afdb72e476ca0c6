import { isNoVariance } from './negligible.ts';
import { tQuantile975 } from './student-t.ts';

const SHARE_RANGE = 1;

/**
 * The effective sample size of a share p with variance v from n answers (n of 2 or more):
 * min(n, p (1 - p) / v * (t[n - 1] / t[df])^2), t the 97.5 % quantiles; n where v counts as 0
 * or p is 0 or 1.
 *
 * The factor of t pays for having estimated v from few units; the cap is the one that Korn and
 * Graubard and the NCHS standards advise: clustering is never taken to gain information.
 *
 * Source: Korn & Graubard (1998), Survey Methodology 24, 193-201; Parker et al. (2017),
 * National Center for Health Statistics Data Presentation Standards for Proportions.
 */
export function effectiveSampleSize(p: number, v: number, n: number, df: number): number {
  if (p === 0 || p === 1 || isNoVariance(v, SHARE_RANGE)) return n;
  const ratio = tQuantile975(n - 1) / tQuantile975(df);
  return Math.min(n, ((p * (1 - p)) / v) * ratio * ratio);
}
