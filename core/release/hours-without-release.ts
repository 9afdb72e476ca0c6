import type { Poll } from '../../schemas/poll.ts';
import type { ReleaseState } from '../../schemas/release.ts';
import { isGivenUp } from '../counting/sealing-time.ts';
import { hasClosed } from '../polls/poll-state.ts';

const HOUR_MS = 60 * 60 * 1000;

/** Nobody can add to the answers of a closed poll: after a week everyone knows. */
const FINAL_WITHHELD_HOURS = 7 * 24;

const hoursSince = (instant: string | undefined, now: Date): number =>
  instant === undefined ? 0 : Math.max(0, (now.getTime() - Date.parse(instant)) / HOUR_MS);

/**
 * For how many hours a poll has waited for figures that are due; 0 where none are. An open poll
 * waits while its first figures are withheld. A closed one waits from its close until its final
 * release is made; where that was withheld, or cannot be made any more because its answers have
 * begun to expire, the wait is told for a week and then no more.
 */
export const hoursWithoutRelease = (
  poll: Pick<Poll, 'opened' | 'closesAt' | 'earliestExpiry'>,
  { withheld, settledSeal }: Pick<ReleaseState, 'withheld' | 'settledSeal'>,
  now: Date,
): number => {
  if (!poll.opened) return 0;
  const withheldHours = hoursSince(withheld?.since, now);
  if (!hasClosed(poll, now)) return withheldHours;
  if (settledSeal === undefined) return isGivenUp(poll, now) ? 0 : hoursSince(poll.closesAt, now);
  return withheld?.kind === 'final' && withheldHours <= FINAL_WITHHELD_HOURS ? withheldHours : 0;
};
