import { pollState } from '../../core/polls/poll-state.ts';
import type { Poll, PollView } from '../../schemas/poll.ts';

/** What an administrator sees of a poll. */
export const pollView = (poll: Poll, now: Date): PollView => ({
  id: poll.id,
  state: pollState(poll, now),
  ...(poll.openedAt && { openedAt: poll.openedAt }),
  ...(poll.closesAt && { closesAt: poll.closesAt }),
  ...(poll.importsCloseAt && { importsCloseAt: poll.importsCloseAt }),
  ...(poll.earliestExpiry && { earliestExpiry: poll.earliestExpiry }),
  definition: poll.definition,
});
