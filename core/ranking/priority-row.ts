import type { Metric, Voice } from '../../schemas/poll.ts';

/** How far a share can be relied on: see `reliabilityOfShare`. */
export type Reliability = 'reliable' | 'review' | 'unreliable';

/** One thing's place in one list, by one voice and metric. Numbers are unrounded. */
export type PriorityRow = {
  /** `category:ID` (its items), `categories`, or `items` (all of them). */
  readonly list: string;
  readonly id: string;
  readonly voice: Voice;
  readonly metric: Metric;
  readonly rank: number | null;
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
  readonly tier: number | null;
  readonly voiceDependent: boolean | null;
  readonly metricDependent: boolean | null;
  readonly estimate: number | null;
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly df: number | null;
  readonly answers: number | null;
  readonly organizations: number | null;
  readonly reliability: Reliability | null;
  /**
   * `shown`; `few-organizations` (shown, without uncertainty); `no-answers`; a reason of
   * `RankingInput.withheld`; of a category, `item-withheld` or `item-without-answers`.
   */
  readonly status: string;
};
