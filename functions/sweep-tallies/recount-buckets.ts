import { bucketsOf } from '../../core/counting/bucket.ts';
import { type Recount, recountBucket } from '../../core/counting/recount-bucket.ts';
import { type Settled, settleAll } from '../../core/counting/settle-all.ts';
import type { TalliedPoll } from '../../core/counting/tallied-poll.ts';
import type { Organization } from '../../schemas/organization.ts';
import { BUCKETS_AT_ONCE, type SweepDeps } from './sweep-deps.ts';

/** Counts every bucket of some organizations anew, and seals them if asked to. */
export const recountBuckets = (
  deps: SweepDeps,
  poll: TalliedPoll,
  organizations: readonly Organization[],
  { seal }: { readonly seal: boolean },
): Promise<Settled<Recount>> =>
  settleAll(
    organizations.flatMap((organization) => bucketsOf(poll.id, organization)),
    BUCKETS_AT_ONCE,
    (bucket) => recountBucket(deps, { ...poll, bucket, seal }),
  );
