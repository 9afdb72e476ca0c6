import type { Exclusions } from '../../schemas/exclusions.ts';
import type { StoredTally, Tally } from '../../schemas/tally.ts';
import type { Bucket } from './bucket.ts';
import { type BucketPage, countBucket } from './count-bucket.ts';
import type { PollShape } from './poll-shape.ts';

/** A tally as it is to be written. */
export type NewTally = {
  readonly tally: Tally;
  /** One more than the revision that was read; 1 where there was no tally. */
  readonly revision: number;
  readonly sealed: boolean;
  /** How many receipts the bucket holds something of. */
  readonly receipts: number;
  /** Which version of the organization's exclusions it was counted under. */
  readonly exclusionsVersion: number;
  /** When the table drops it. */
  readonly expiresAt: Date;
};

/** What became of a tally that was written on condition: `moved` is a lost race. */
export type TallyWrite = { readonly kind: 'written' } | { readonly kind: 'moved' };

/** What counting a bucket needs. All reads are consistent and whole. */
export type RecountDeps = {
  readonly tallies: {
    readonly get: (bucket: Bucket, shape: PollShape) => Promise<StoredTally | undefined>;
    /** Writes if the stored revision is `revision - 1` and the stored tally is not sealed. */
    readonly put: (bucket: Bucket, next: NewTally) => Promise<TallyWrite>;
  };
  /** Which responses of an organization are set aside. */
  readonly exclusions: {
    readonly get: (poll: string, organization: string) => Promise<Exclusions>;
  };
  readonly responses: {
    /** All pages of a bucket, each read as it is asked for. */
    readonly read: (bucket: Bucket) => AsyncIterable<BucketPage>;
  };
  /** Waits before another attempt, longer the more have failed and never twice the same. */
  readonly pause: (failedAttempts: number) => Promise<void>;
};

/** What is counted, and how it is to be kept. */
export type RecountRequest = {
  readonly bucket: Bucket;
  readonly shape: PollShape;
  readonly expiresAt: Date;
  /** Whether this is the last count: nothing changes the tally any more. */
  readonly seal: boolean;
};

/** What became of a count. */
export type Recount =
  | {
      readonly kind: 'recounted';
      readonly bucket: Bucket;
      readonly revision: number;
      readonly tally: Tally;
      /** How many receipts the bucket holds something of, and did where there was a tally before. */
      readonly receipts: { readonly before: number | undefined; readonly after: number };
    }
  | { readonly kind: 'sealed'; readonly bucket: Bucket };

/** Others kept counting the same bucket in between; a later attempt will find it quiet. */
export class TallyContestedError extends Error {
  override readonly name = 'TallyContestedError';
}

/** More than this many lost races in a row mean that something else is wrong. */
export const MOST_ATTEMPTS = 10;

/**
 * Counts a bucket anew and writes its tally, unless it is sealed. The only way to change a tally.
 *
 * The order is what makes it right. The revision is read before the exclusions and the
 * responses, and the tally is written only if it has not moved since: so of two counts, the one
 * that began to read later wins, and every count that began after a change, be it to a response
 * or to what is set aside, holds that change. A count under an older list therefore never
 * replaces one under a newer. Counts that found nothing new are written, too: otherwise an older
 * count, still under way, could come in last. Hence duplicate, late and reordered triggers do no
 * harm, and a caller that dies at any point leaves either the old tally or the new one.
 *
 * @throws TallyContestedError after {@link MOST_ATTEMPTS} lost races
 * @throws UncountableResponseError where a stored response does not fit the poll
 */
export const recountBucket = async (
  deps: RecountDeps,
  { bucket, shape, expiresAt, seal }: RecountRequest,
): Promise<Recount> => {
  for (let failed = 0; failed < MOST_ATTEMPTS; failed += 1) {
    if (failed > 0) await deps.pause(failed);
    const before = await deps.tallies.get(bucket, shape);
    if (before?.sealed) return { kind: 'sealed', bucket };
    const { version, exclusions } = await deps.exclusions.get(bucket.poll, bucket.organization);
    const counted = await countBucket(deps.responses.read(bucket), shape, exclusions);
    const revision = (before?.revision ?? 0) + 1;
    const standing = { revision, sealed: seal, exclusionsVersion: version, expiresAt };
    const write = await deps.tallies.put(bucket, { ...counted, ...standing });
    if (write.kind === 'written') {
      const receipts = { before: before?.receipts, after: counted.receipts };
      return { kind: 'recounted', bucket, revision, tally: counted.tally, receipts };
    }
  }
  throw new TallyContestedError(`a tally of ${bucket.organization} moved ${MOST_ATTEMPTS} times`);
};
