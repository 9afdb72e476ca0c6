import { eventId } from '../../adapters/eventbridge/event-id.ts';
import type { Bucket } from '../../core/counting/bucket.ts';
import { inspectBucket, isDrift } from '../../core/counting/inspect-bucket.ts';
import { throwFaults } from '../../core/counting/not-all-counted-error.ts';
import { recountBucket } from '../../core/counting/recount-bucket.ts';
import { settleAll } from '../../core/counting/settle-all.ts';
import { talliedPoll } from '../../core/counting/tallied-poll.ts';
import type { GroundswellEvent } from '../../schemas/event.ts';
import type { Organization } from '../../schemas/organization.ts';
import type { Suspect, SweepRequest } from '../../schemas/sweep.ts';
import { isPastCounting } from './is-past-counting.ts';
import { BUCKETS_AT_ONCE, type SweepDeps } from './sweep-deps.ts';

type Recheck = Extract<SweepRequest, { readonly kind: 'recheck' }>;
type SuspectBucket = { readonly suspect: Suspect; readonly bucket: Bucket };

const suspectBuckets = (
  { poll, suspects }: Recheck,
  organizations: readonly Organization[],
): readonly SuspectBucket[] => {
  const bitsOf = new Map(organizations.map(({ id, bucketBits }) => [id, bucketBits]));
  return suspects.flatMap((suspect) => {
    const { organization, bucket: index } = suspect;
    const bits = bitsOf.get(organization);
    return bits === undefined ? [] : [{ suspect, bucket: { poll, organization, bits, index } }];
  });
};

const driftRepaired = (poll: string, drifted: readonly SuspectBucket[]): GroundswellEvent => {
  const replaced = drifted.map(
    ({ suspect }) => `${suspect.organization}#${suspect.bucket}#${suspect.revision}`,
  );
  return {
    name: 'DriftRepaired',
    detail: {
      version: 1,
      id: eventId('DriftRepaired', poll, ...replaced.sort()),
      poll,
      organizations: [...new Set(drifted.map(({ suspect }) => suspect.organization))].sort(),
      buckets: drifted.length,
    },
  };
};

const report = async (
  deps: SweepDeps,
  poll: string,
  drifted: readonly SuspectBucket[],
): Promise<void> => {
  if (drifted.length === 0) return;
  const event = driftRepaired(poll, drifted);
  deps.logger.warn('recheck.drift', { poll, buckets: drifted.length });
  deps.count('DriftedBuckets', drifted.length);
  await deps.events.publish([event]);
};

/**
 * Looks again at what a check found to differ. What still does, and was not counted since, is
 * drift: it is reported and counted anew. The report goes first; a run that dies after it finds
 * the same drift again and makes the same event, in the other order it would have lost it. A
 * second delivery after the repair finds that the tallies have moved, and does nothing.
 */
export const recheckSuspects = async (deps: SweepDeps, request: Recheck): Promise<void> => {
  const poll = await deps.polls.get(request.poll);
  const tallied = poll && talliedPoll(poll);
  if (!tallied || (await deps.seals.get(tallied.id)) || isPastCounting(deps, poll)) return;
  const suspects = suspectBuckets(request, await deps.organizations.list(tallied.id));
  const inspected = await settleAll(suspects, BUCKETS_AT_ONCE, async (one) => ({
    ...one,
    again: await inspectBucket(deps, one.bucket, tallied.shape),
  }));
  const drifted = inspected.results.filter(({ suspect, again }) => isDrift(suspect, again));
  await report(deps, tallied.id, drifted);
  const outdated = inspected.results.filter(({ again }) => again.kind === 'outdated');
  const repaired = await settleAll([...drifted, ...outdated], BUCKETS_AT_ONCE, ({ bucket }) =>
    recountBucket(deps, { ...tallied, bucket, seal: false }),
  );
  throwFaults([...inspected.faults, ...repaired.faults]);
};
