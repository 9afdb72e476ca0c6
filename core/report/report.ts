import type { PollDefinition } from '../../schemas/poll.ts';
import type { ReleaseKind } from '../../schemas/release.ts';
import type { PriorityRow } from '../ranking/priority-row.ts';
import type { BreakdownRow } from './breakdown-columns.ts';
import type { DistributionRow } from './distribution-columns.ts';
import type { ParticipationRow } from './participation-columns.ts';

/** What a report says of its poll. */
export type ReportedPoll = Pick<
  PollDefinition,
  | 'title'
  | 'levels'
  | 'levelTitles'
  | 'categories'
  | 'headlineMetric'
  | 'mode'
  | 'minRespondents'
  | 'minOrganizations'
  | 'publishedAttributes'
>;

/** Everything that one release says, before it is written in any format. */
export type Report = {
  readonly poll: string;
  readonly definition: ReportedPoll;
  /** The snapshot's number, from 1. */
  readonly number: number;
  readonly kind: ReleaseKind;
  /** The UTC day whose tallies the figures come from. */
  readonly asOf: string;
  /** Whether later answers exist that the figures leave out, so that no one stands out. */
  readonly leavesOutLateAnswers: boolean;
  /** Set where no release rule was applied: for a network's own eyes, never to be published. */
  readonly disclosureControl?: 'none';
  /** Statewide first, then each published group. */
  readonly participation: readonly ParticipationRow[];
  /** Unrounded; every format rounds as the columns do. */
  readonly rows: readonly PriorityRow[];
  /** The rankings of each published group; one row without a ranking for a withheld breakdown. */
  readonly breakdowns: readonly BreakdownRow[];
  /** Of the same groups as `participation`, in the same order. */
  readonly distribution: readonly DistributionRow[];
};
