import type { Organizations } from '../../adapters/dynamodb/organizations.ts';
import type { Polls } from '../../adapters/dynamodb/polls.ts';
import type { Seals } from '../../adapters/dynamodb/seals.ts';
import type { Events } from '../../adapters/eventbridge/events.ts';
import type { Bucket } from '../../core/counting/bucket.ts';
import { throwFaults } from '../../core/counting/not-all-counted-error.ts';
import {
  type Recount,
  type RecountDeps,
  recountBucket,
} from '../../core/counting/recount-bucket.ts';
import { mayHaveExpired } from '../../core/counting/sealing-time.ts';
import { settleAll } from '../../core/counting/settle-all.ts';
import { type TalliedPoll, talliedPoll } from '../../core/counting/tallied-poll.ts';
import type { Poll } from '../../schemas/poll.ts';
import type { LogCode } from '../middleware/log-codes.ts';
import type { Log } from '../middleware/logger.ts';
import { responsesTallied } from './responses-tallied.ts';
import { type SlowingDeps, slowFlooded, type Touched } from './slow-flooded.ts';
import {
  bucketIndexes,
  type ChangedResponses,
  readBatch,
  type TouchedResponses,
} from './touched-buckets.ts';

/** What tallying needs. */
export type TallyDeps = RecountDeps &
  SlowingDeps & {
    readonly polls: Pick<Polls, 'get'>;
    readonly organizations: Pick<Organizations, 'get' | 'slow'>;
    readonly seals: Pick<Seals, 'get'>;
    readonly events: Pick<Events, 'publish'>;
    readonly logger: Pick<Log, 'info' | 'warn' | 'error'>;
    /** Adds to a metric. */
    readonly count: (metric: 'UnprocessableRecords' | 'OrganizationsSlowed', value: number) => void;
  };

const MOST_AT_ONCE = 8;

type Responses = TouchedResponses extends ReadonlyMap<string, infer Of> ? Of : never;

const numberOf = (responses: Responses): number =>
  [...responses.values()].reduce((sum, ids) => sum + ids.size, 0);

/** What nobody can ever count is told, once, and let go: thrown, it would hold up the stream. */
const letGo = (
  { logger, count }: TallyDeps,
  code: LogCode,
  responses: number,
  of: object,
): void => {
  logger.warn(code, { ...of, responses });
  count('UnprocessableRecords', responses);
};

/**
 * How many were changed while all of the poll's were there: no retention made these changes, so a
 * clock that runs ahead, or a replay that comes too late, keeps answers out of the count.
 */
const changedInTime = (poll: Poll, responses: Responses): number =>
  [...responses.values()]
    .flatMap((changedAt) => [...changedAt.values()])
    .filter((at) => at !== undefined && !mayHaveExpired(poll, new Date(at))).length;

const countablePoll = async (
  deps: TallyDeps,
  id: string,
  responses: Responses,
): Promise<TalliedPoll | undefined> => {
  if (await deps.seals.get(id)) {
    deps.logger.info('tally.poll-sealed', { poll: id });
    return undefined;
  }
  const poll = await deps.polls.get(id);
  const tallied = poll && talliedPoll(poll);
  if (!tallied) letGo(deps, 'tally.poll-unknown', numberOf(responses), { poll: id });
  if (poll && mayHaveExpired(poll, deps.now())) {
    letGo(deps, 'tally.poll-expired', changedInTime(poll, responses), { poll: id });
    return undefined;
  }
  return tallied;
};

const touchedOrganization = async (
  deps: TallyDeps,
  poll: string,
  [id, responses]: readonly [string, ChangedResponses],
): Promise<readonly Touched[]> => {
  const organization = await deps.organizations.get(poll, id);
  if (!organization) {
    letGo(deps, 'tally.organization-unknown', responses.size, { poll, organization: id });
    return [];
  }
  return [{ organization, changedAt: responses }];
};

const bucketsIn = (poll: string, { organization, changedAt }: Touched): readonly Bucket[] => {
  const { id, bucketBits: bits } = organization;
  return bucketIndexes(changedAt.keys(), bits).map((index) => ({
    ...{ poll, organization: id, bits, index },
  }));
};

const announce = async (
  deps: TallyDeps,
  poll: string,
  recounts: readonly Recount[],
): Promise<void> => {
  const sealed = recounts.filter(({ kind }) => kind === 'sealed').length;
  if (sealed > 0) deps.logger.info('tally.bucket-sealed', { poll, buckets: sealed });
  const recounted = recounts.filter((recount) => recount.kind === 'recounted');
  if (recounted.length === 0) return;
  await deps.events.publish([responsesTallied(poll, recounted)]);
  deps.logger.info('tally.counted', { poll, buckets: recounted.length });
};

const tallyPoll = async (deps: TallyDeps, id: string, responses: Responses): Promise<void> => {
  const poll = await countablePoll(deps, id, responses);
  if (!poll) return;
  const found = await settleAll([...responses], MOST_AT_ONCE, (organization) =>
    touchedOrganization(deps, id, organization),
  );
  const touched = found.results.flat();
  const buckets = touched.flatMap((one) => bucketsIn(id, one));
  const counted = await settleAll(buckets, MOST_AT_ONCE, (bucket) =>
    recountBucket(deps, { ...poll, bucket, seal: false }),
  );
  await slowFlooded(deps, id, touched, counted.results);
  await announce(deps, id, counted.results);
  throwFaults([...found.faults, ...counted.faults]);
};

/**
 * Counts anew every bucket in which a batch of the responses table's stream says that something
 * changed, and tells the bus once for each poll in the batch, normally one.
 *
 * Triggered by the stream, which carries keys only. A record that comes twice, late or out of
 * order only causes another count of what is then in the table, so it does no harm; the event of
 * a repeated batch has another id, because the tallies were written anew. A tally that is sealed
 * is left alone, hence also what retention deletes later; so is one of a poll that was never
 * sealed, once its responses may have expired. Where something fails, the rest of the
 * batch is still counted before it is thrown, and the whole batch comes again.
 *
 * An organization with very many new responses is slowed down, also while counting lags behind.
 *
 * @throws NotAllCountedError where a bucket or a poll could not be counted
 */
export const tallyResponses = async (
  deps: TallyDeps,
  { Records }: { readonly Records: readonly unknown[] },
): Promise<void> => {
  const { touched, malformed } = readBatch(Records);
  if (malformed > 0) letGo(deps, 'tally.record-malformed', malformed, {});
  const { faults } = await settleAll([...touched], 1, ([poll, responses]) =>
    tallyPoll(deps, poll, responses),
  );
  throwFaults(faults);
};
