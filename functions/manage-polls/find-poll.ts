import { PollId } from '../../schemas/identifier.ts';
import type { Poll } from '../../schemas/poll.ts';
import { type HttpEvent, pathParameter } from '../middleware/http-event.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import type { ManagePollsDeps } from './manage-polls-deps.ts';

/**
 * The poll that a request's address names.
 *
 * @throws ProblemError `unknown-poll`
 */
export const findPoll = async (
  { polls }: Pick<ManagePollsDeps, 'polls'>,
  event: HttpEvent,
): Promise<Poll> => {
  const id = PollId.safeParse(pathParameter(event, 'poll'));
  const poll = id.success ? await polls.get(id.data) : undefined;
  if (!poll) throw new ProblemError('unknown-poll');
  return poll;
};
