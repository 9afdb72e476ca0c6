import { pollShape } from '../../core/counting/poll-shape.ts';
import { utcDay } from '../../core/polls/utc-day.ts';
import { decideInterim } from '../../core/release/decide-interim.ts';
import { releaseRules } from '../../core/release/release-rules.ts';
import type { Poll } from '../../schemas/poll.ts';
import type { ReleaseState } from '../../schemas/release.ts';
import { countPoll, keepCheckpoint, readCheckpoint } from './kept-checkpoints.ts';
import { publishFigures } from './publish-figures.ts';
import type { RollUpDeps, RollUpOutcome } from './roll-up-deps.ts';
import { tellWithheld } from './tell-withheld.ts';

/**
 * Releases what the rules allow while the poll is open: freezes the tallies as a candidate, or
 * releases the candidate that an earlier run froze, once enough has come after it.
 */
export const releaseInterim = async (
  deps: RollUpDeps,
  poll: Poll,
  state: ReleaseState,
): Promise<RollUpOutcome> => {
  const decision = decideInterim({
    released: await readCheckpoint(deps, state.released),
    candidate: await readCheckpoint(deps, state.candidate),
    now: await countPoll(deps, poll, { day: utcDay(deps.now()), final: false }),
    items: pollShape(poll.definition).items,
    rules: releaseRules(poll.definition),
  });
  if (decision.kind === 'release') {
    const candidate = await keepCheckpoint(deps, decision.candidate);
    return publishFigures(deps, poll, state, {
      kind: 'interim',
      checkpoint: decision.released,
      leavesOutLateAnswers: false,
      next: { candidate },
    });
  }
  const told = await tellWithheld(deps, poll.id, state, 'interim', decision.withheld);
  const frozen =
    decision.kind === 'freeze' ? { candidate: await keepCheckpoint(deps, decision.candidate) } : {};
  const next = { ...told, ...frozen };
  if (next.candidate !== state.candidate || next.withheld !== state.withheld) {
    const change = await deps.releases.save(poll.id, next);
    if (change.kind === 'overtaken') return change;
  }
  if (decision.withheld.length > 0) return { kind: 'withheld', reasons: decision.withheld };
  return { kind: decision.kind === 'freeze' ? 'frozen' : 'waiting' };
};
