import { throwFaults } from '../../core/counting/not-all-counted-error.ts';
import { settleAll } from '../../core/counting/settle-all.ts';
import { hasClosed } from '../../core/polls/poll-state.ts';
import type { Poll } from '../../schemas/poll.ts';
import { countHoursWithoutRelease } from './count-hours-without-release.ts';
import { expireParticipation } from './keep-participation.ts';
import { pruneCheckpoints } from './prune-checkpoints.ts';
import { finishPublication } from './publish-snapshot.ts';
import { releaseFinal } from './release-final.ts';
import { releaseInterim } from './release-interim.ts';
import type { RollUpDeps, RollUpOutcome } from './roll-up-deps.ts';

const rollUpPoll = async (deps: RollUpDeps, poll: Poll): Promise<RollUpOutcome> => {
  await deps.announcePoll(poll, deps.now());
  const finished = await finishPublication(deps, poll.id, await deps.releases.get(poll.id));
  if (finished.kind === 'overtaken') return { kind: 'overtaken' };
  return hasClosed(poll, deps.now())
    ? releaseFinal(deps, poll, finished.state)
    : releaseInterim(deps, poll, finished.state);
};

const rollUpById = async (deps: RollUpDeps, id: string): Promise<void> => {
  const poll = await deps.polls.get(id);
  if (!poll?.opened) return;
  const outcome = await rollUpPoll(deps, poll);
  await pruneCheckpoints(deps, poll);
  await expireParticipation(deps, poll);
  deps.logger.info(`release.${outcome.kind}`, { poll: id, ...outcome });
};

/**
 * Turns tallies into releases: of one poll, or of every poll that was ever opened.
 *
 * Triggered by a schedule, by the sweep once a poll is sealed, and by an administrator who asks
 * for a release now. It first finishes whatever its predecessor left undone. A second, late or
 * simultaneous run does no harm: every change is made on condition that nobody moved the state
 * of the releases meanwhile, and the same tallies give the same snapshot.
 *
 * @throws NotAllCountedError where a poll failed, after the others are done
 */
export const rollUpTallies = async (deps: RollUpDeps, only?: string): Promise<void> => {
  const ids = only === undefined ? await deps.polls.list() : [only];
  const { faults } = await settleAll(ids, 1, (id) => rollUpById(deps, id));
  if (only === undefined) await countHoursWithoutRelease(deps, ids);
  throwFaults(faults);
};
