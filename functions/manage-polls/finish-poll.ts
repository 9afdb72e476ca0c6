import { sealDueAt } from '../../core/counting/sealing-time.ts';
import type { Poll } from '../../schemas/poll.ts';
import type { ManagePollsDeps } from './manage-polls-deps.ts';

type Deps = Pick<ManagePollsDeps, 'announce' | 'scheduleSeal' | 'graceSeconds'>;

/** The scheduler takes only what is yet to come. */
const SOONEST_MS = 10_000;

/**
 * Does what follows from an opening, a close or a moved close, in this order: the schedule of
 * the seal, the event, the note that it went out. Where a crash interrupted it, a repeat does
 * all of it again: the schedule is set to the same time, the event has the same id. The note is
 * the last step, so a close that has it needs nothing any more.
 */
export const finishPoll = async (deps: Deps, poll: Poll, now: Date): Promise<void> => {
  const due = sealDueAt(poll, deps.graceSeconds);
  if (!due || poll.closedAnnounced === poll.closesAt) return;
  const soonest = now.getTime() + SOONEST_MS;
  await deps.scheduleSeal(poll.id, new Date(Math.max(due.getTime(), soonest)));
  await deps.announce(poll, now);
};
