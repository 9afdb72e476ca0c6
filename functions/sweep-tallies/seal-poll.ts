import { throwFaults } from '../../core/counting/not-all-counted-error.ts';
import { mayHaveExpired, sealDueAt } from '../../core/counting/sealing-time.ts';
import { type TalliedPoll, talliedPoll } from '../../core/counting/tallied-poll.ts';
import { utcDay } from '../../core/polls/utc-day.ts';
import type { Poll } from '../../schemas/poll.ts';
import { recountBuckets } from './recount-buckets.ts';
import type { SweepDeps } from './sweep-deps.ts';

/** A poll's end moved while its tallies were being sealed, which the grace should rule out. */
export class EndMovedWhileSealingError extends Error {
  override readonly name = 'EndMovedWhileSealingError';
}

/**
 * Seals the buckets of every organization. Looks at the list again afterwards, until there is
 * no new one on it: one that an administrator put in the last second may come in late.
 */
const sealBuckets = async (deps: SweepDeps, poll: TalliedPoll): Promise<void> => {
  const done = new Set<string>();
  for (;;) {
    const organizations = await deps.organizations.list(poll.id);
    const waiting = organizations.filter(({ id }) => !done.has(id));
    if (waiting.length === 0) return;
    const { faults } = await recountBuckets(deps, poll, waiting, { seal: true });
    throwFaults(faults);
    for (const { id } of waiting) done.add(id);
  }
};

const putSeal = async (deps: SweepDeps, poll: string, closesAt: string): Promise<void> => {
  const now = deps.now();
  const sealedAt = now.toISOString();
  const { kind } = await deps.seals.put(poll, closesAt, { sealedAt, day: utcDay(now) });
  if (kind === 'end-moved') {
    deps.logger.error('seal.end-moved', { poll, closesAt });
    throw new EndMovedWhileSealingError(`poll ${poll} no longer closes at ${closesAt}`);
  }
  deps.logger.info(kind === 'sealed' ? 'seal.done' : 'seal.done-by-another', { poll });
};

const isDue = ({ graceSeconds, now, logger }: SweepDeps, poll: Poll): boolean => {
  const due = sealDueAt(poll, graceSeconds);
  if (due && now() >= due) return true;
  logger.warn('seal.not-due', { poll: poll.id, due: due?.toISOString() ?? 'never' });
  return false;
};

/** No repeat can mend it, so it is told and not thrown; that the release does not come rings. */
const isTooLate = ({ now, logger }: SweepDeps, poll: Poll): boolean => {
  if (!mayHaveExpired(poll, now())) return false;
  logger.error('seal.expired', { poll: poll.id });
  return true;
};

/**
 * Counts every bucket of a poll for the last time, seals the tallies, puts the poll's seal and
 * asks for the roll-up that makes the final release. Refuses while the grace after the poll's
 * end is not over, whatever called it: its schedule may be early, or of an end that has moved.
 *
 * What makes it safe:
 * - What is set aside stands still. That the count begins is noted first; the exclusions can
 *   only change where it is not, in one transaction, so every count here is under the last list.
 * - Responses stand still. Intake takes none from the poll's end on, and what it had already
 *   begun to take is written before the grace is over, so every count here is the last one.
 * - Retention. What it deletes must not be missing from the count, so from an hour before the
 *   first response may expire nothing is sealed any more; a clock that far ahead seals nothing.
 * - A tally worker that is late. Either it writes first, and the seal, having lost the race,
 *   counts again; or the seal does, and the worker's write is refused, and it finds the seal.
 * - Two seals at once. The same: the second finds each bucket sealed. The poll's seal is put
 *   once, and a roll-up that is asked for twice finds nothing new the second time.
 * - The end moving. Nobody may move it once it has come; whoever read the poll before then has
 *   written, or timed out, within the grace, and this reads the poll afterwards. Should the end
 *   have moved all the same, the poll's seal is refused.
 * - Dying. Sealed buckets are skipped by the next run; without the poll's seal nothing final is
 *   released; after it, the next regular roll-up releases even if this one was not asked.
 *
 * @throws EndMovedWhileSealingError where the poll's end moved meanwhile
 * @throws NotAllCountedError where a bucket could not be counted
 */
export const sealPoll = async (deps: SweepDeps, id: string): Promise<void> => {
  if (await deps.seals.get(id)) return deps.startRollUp(id);
  const poll = await deps.polls.get(id);
  const tallied = poll && talliedPoll(poll);
  if (!tallied || !poll.closesAt) {
    deps.logger.warn('seal.poll-unknown', { poll: id });
    return;
  }
  if (!isDue(deps, poll) || isTooLate(deps, poll)) return;
  await deps.seals.begin(id);
  await sealBuckets(deps, tallied);
  await putSeal(deps, id, poll.closesAt);
  await deps.startRollUp(id);
};
