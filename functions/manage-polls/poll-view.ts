import { pollState } from '../../core/polls/poll-state.ts';
import type { Poll } from '../../schemas/poll.ts';

/** What an administrator sees of a poll. */
export const pollView = (poll: Poll, now: Date) => ({
  id: poll.id,
  state: pollState(poll, now),
  openedAt: poll.openedAt,
  closesAt: poll.closesAt,
  importsCloseAt: poll.importsCloseAt,
  earliestExpiry: poll.earliestExpiry,
  definition: poll.definition,
});
