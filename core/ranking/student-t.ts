import cdf from '@stdlib/stats-base-dists-t-cdf';
import quantile from '@stdlib/stats-base-dists-t-quantile';

/** The 97.5 % quantile of Student's t with `df` degrees of freedom (any positive number). */
export const tQuantile975 = (df: number): number => quantile(0.975, df);

/** The two-sided p-value of a t statistic: P(|T| >= |t|), exact far into the tail. */
export const twoSidedP = (t: number, df: number): number => Math.min(1, 2 * cdf(-Math.abs(t), df));
