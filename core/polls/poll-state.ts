import type { Poll, PollState } from '../../schemas/poll.ts';

type Stage = Pick<Poll, 'opened' | 'closesAt'>;

/** Whether a poll was opened and its close has come. */
export const hasClosed = ({ opened, closesAt }: Stage, now: Date): boolean =>
  opened && closesAt !== undefined && now.getTime() >= Date.parse(closesAt);

/** Where a poll stands at an instant. */
export const pollState = (poll: Stage, now: Date): PollState => {
  if (!poll.opened) return 'draft';
  return hasClosed(poll, now) ? 'closed' : 'open';
};
