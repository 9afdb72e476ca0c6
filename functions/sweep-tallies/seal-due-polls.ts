import { isGivenUp, sealDueAt } from '../../core/counting/sealing-time.ts';
import { eachPoll } from './each-poll.ts';
import { reportPollSealedEarly } from './report-poll-sealed-early.ts';
import { sealPoll } from './seal-poll.ts';
import type { SweepDeps } from './sweep-deps.ts';

/**
 * Seals every poll that is due and not sealed: those whose own schedule was missed, or whose
 * seal died half-way. Reports a poll that has its seal before: the nightly check would find it
 * too late where the poll closes before the night. Where nothing is due it costs a read or two a
 * poll. One that can no longer be sealed is told by every run for a week, then passed over.
 */
export const sealDuePolls = (deps: SweepDeps): Promise<void> =>
  eachPoll(deps, async (poll) => {
    const due = sealDueAt(poll, deps.graceSeconds);
    if (!due || deps.now() < due) return reportPollSealedEarly(deps, poll);
    if (isGivenUp(poll, deps.now()) || (await deps.seals.get(poll.id))) return;
    await sealPoll(deps, poll.id);
  });
