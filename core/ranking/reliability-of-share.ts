import type { Interval } from './interval.ts';
import type { Reliability } from './priority-row.ts';

const FEWEST_ANSWERS = 30;
const WIDEST = 0.3;
const NARROW = 0.05;
const WIDEST_RELATIVE = 1.3;
const FEWEST_DF = 8;

/** What a share's reliability is judged by; without an interval only n, df and p are. */
export type ShareEvidence = {
  readonly p: number;
  readonly answers: number;
  readonly df: number;
  readonly interval: Interval | null;
  readonly effective: number | null;
};

/**
 * Whether a share can be presented: `unreliable` if n or n_eff < 30, or the interval is .30
 * wide or more, or wider than .05 and than 1.3 p; else `review` (by a statistician) if df < 8
 * or the share is 0 or 1; else `reliable`.
 *
 * Source: Parker et al. (2017), National Center for Health Statistics Data Presentation
 * Standards for Proportions, Vital and Health Statistics 2(175).
 */
export function reliabilityOfShare(evidence: ShareEvidence): Reliability {
  const { p, answers, df, interval, effective } = evidence;
  if (answers < FEWEST_ANSWERS || (effective ?? answers) < FEWEST_ANSWERS) return 'unreliable';
  if (interval && isTooWide(interval.high - interval.low, p)) return 'unreliable';
  return df < FEWEST_DF || p === 0 || p === 1 ? 'review' : 'reliable';
}

const isTooWide = (width: number, p: number): boolean =>
  width >= WIDEST || (width > NARROW && width > WIDEST_RELATIVE * p);
