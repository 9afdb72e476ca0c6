import { eventId } from '../../adapters/eventbridge/event-id.ts';
import { bucketsOf } from '../../core/counting/bucket.ts';
import { type Inspection, inspectBucket } from '../../core/counting/inspect-bucket.ts';
import { throwFaults } from '../../core/counting/not-all-counted-error.ts';
import { recountBucket } from '../../core/counting/recount-bucket.ts';
import { sealDueAt } from '../../core/counting/sealing-time.ts';
import { settleAll } from '../../core/counting/settle-all.ts';
import type { TalliedPoll } from '../../core/counting/tallied-poll.ts';
import type { Poll } from '../../schemas/poll.ts';
import type { Suspect, SweepRequest } from '../../schemas/sweep.ts';
import { eachPoll } from './each-poll.ts';
import { isPastCounting } from './is-past-counting.ts';
import { reportPollSealedEarly } from './report-poll-sealed-early.ts';
import { BUCKETS_AT_ONCE, type SweepDeps } from './sweep-deps.ts';

/** So many suspects, each of at most 92 bytes, stay below the 256 KB that a schedule can carry. */
export const SUSPECTS_IN_ONE_REQUEST = 2000;

const SECOND_MS = 1000;

const suspectsOf = (inspections: readonly Inspection[]): readonly Suspect[] =>
  inspections
    .filter((inspection) => inspection.kind === 'differs')
    .map(({ bucket, revision }) => ({
      organization: bucket.organization,
      bucket: bucket.index,
      revision,
    }));

const scheduleRechecks = async (
  deps: SweepDeps,
  poll: string,
  suspects: readonly Suspect[],
): Promise<void> => {
  const at = new Date(deps.now().getTime() + deps.recheckSeconds * SECOND_MS);
  for (let start = 0; start < suspects.length; start += SUSPECTS_IN_ONE_REQUEST) {
    const some = suspects.slice(start, start + SUSPECTS_IN_ONE_REQUEST);
    const request: SweepRequest = { kind: 'recheck', poll, suspects: some };
    const name = `recheck-${eventId('recheck', poll, JSON.stringify(some))}`;
    await deps.scheduleSweep({ name, at, request });
  }
};

/** A seal before its time would keep accepted responses out of the count. */
const reportSealedEarly = (
  deps: SweepDeps,
  poll: Poll,
  inspections: readonly Inspection[],
): void => {
  const due = sealDueAt(poll, deps.graceSeconds);
  if (due && deps.now() >= due) return;
  const buckets = inspections.filter(({ kind }) => kind === 'sealed').length;
  if (buckets === 0) return;
  deps.logger.error('check.sealed-early', { poll: poll.id, buckets });
  deps.count('BucketsSealedEarly', buckets);
};

/** Counts anew what was counted under another list of exclusions; that is no drift. */
const recountOutdated = async (
  deps: SweepDeps,
  tallied: TalliedPoll,
  inspections: readonly Inspection[],
): Promise<readonly unknown[]> => {
  const outdated = inspections.filter(({ kind }) => kind === 'outdated');
  if (outdated.length === 0) return [];
  deps.logger.warn('check.outdated', { poll: tallied.id, buckets: outdated.length });
  const { faults } = await settleAll(outdated, BUCKETS_AT_ONCE, ({ bucket }) =>
    recountBucket(deps, { ...tallied, bucket, seal: false }),
  );
  return faults;
};

const checkPoll = async (deps: SweepDeps, poll: Poll, tallied: TalliedPoll): Promise<void> => {
  const { id, shape } = tallied;
  if ((await deps.seals.get(id)) || isPastCounting(deps, poll)) return;
  const organizations = await deps.organizations.list(id);
  const buckets = organizations.flatMap((organization) => bucketsOf(id, organization));
  const { results, faults } = await settleAll(buckets, BUCKETS_AT_ONCE, (bucket) =>
    inspectBucket(deps, bucket, shape),
  );
  const suspects = suspectsOf(results);
  deps.logger.info('check.done', { poll: id, buckets: buckets.length, suspects: suspects.length });
  await scheduleRechecks(deps, id, suspects);
  reportSealedEarly(deps, poll, results);
  throwFaults([...faults, ...(await recountOutdated(deps, tallied, results))]);
};

/**
 * Compares every tally of every poll that is not sealed with its responses. While responses come
 * in, some differ without anything being wrong, so those that differ are only noted, with their
 * tallies' revisions, to be looked at again when what is on its way must have been counted. A
 * tally that was counted under an older list of exclusions is counted anew at once. That it came
 * to its end is counted, also where there is no poll: an alarm misses it.
 */
export const checkTallies = async (deps: SweepDeps): Promise<void> => {
  await eachPoll(deps, async (poll, tallied) => {
    await reportPollSealedEarly(deps, poll);
    await checkPoll(deps, poll, tallied);
  });
  deps.count('FinishedChecks', 1);
};
