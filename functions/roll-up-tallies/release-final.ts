import { pollShape } from '../../core/counting/poll-shape.ts';
import { mayHaveExpired } from '../../core/counting/sealing-time.ts';
import { decideFinal } from '../../core/release/decide-final.ts';
import { hoursWithoutRelease } from '../../core/release/hours-without-release.ts';
import { releaseRules } from '../../core/release/release-rules.ts';
import type { Poll } from '../../schemas/poll.ts';
import type { ReleaseState } from '../../schemas/release.ts';
import { countPoll, readCheckpoint } from './kept-checkpoints.ts';
import { publishFigures } from './publish-figures.ts';
import type { RollUpDeps, RollUpOutcome } from './roll-up-deps.ts';
import { tellWithheld } from './tell-withheld.ts';

/** What was decided is told again for as long as someone is told to look why. */
const settledOutcome = (
  { now }: Pick<RollUpDeps, 'now'>,
  poll: Poll,
  state: ReleaseState,
): RollUpOutcome =>
  state.withheld && hoursWithoutRelease(poll, state, now()) > 0
    ? { kind: 'withheld', reasons: state.withheld.reasons }
    : { kind: 'settled' };

/**
 * Releases the final figures, once, from the sealed tallies; does nothing before the seal, and
 * nothing again after it was answered. Sealed tallies expire, too: from then on nothing final is
 * released, for it could be less than was sealed.
 */
export const releaseFinal = async (
  deps: RollUpDeps,
  poll: Poll,
  state: ReleaseState,
): Promise<RollUpOutcome> => {
  const seal = await deps.seals.get(poll.id);
  if (!seal) return { kind: 'unsealed' };
  if (state.settledSeal === seal.sealedAt) return settledOutcome(deps, poll, state);
  if (mayHaveExpired(poll, deps.now())) return { kind: 'expired' };
  const decision = decideFinal({
    released: await readCheckpoint(deps, state.released),
    sealed: await countPoll(deps, poll, { day: seal.day, final: true }),
    items: pollShape(poll.definition).items,
    rules: releaseRules(poll.definition),
  });
  const next = { settledSeal: seal.sealedAt };
  if (decision.kind === 'release') {
    return publishFigures(deps, poll, state, {
      kind: 'final',
      checkpoint: decision.released,
      leavesOutLateAnswers: decision.leavesOutLateAnswers,
      next,
    });
  }
  const reasons = decision.kind === 'withheld' ? decision.reasons : [];
  const told = await tellWithheld(deps, poll.id, state, 'final', reasons);
  const change = await deps.releases.save(poll.id, { ...told, ...next });
  if (change.kind === 'overtaken') return { kind: 'overtaken' };
  return decision.kind === 'withheld' ? { kind: 'withheld', reasons } : { kind: 'settled' };
};
