import type { Exclusions } from '../../schemas/exclusions.ts';
import type { StoredTally, Tally } from '../../schemas/tally.ts';
import { arrivedSince } from './arrived-since.ts';
import type { Bucket } from './bucket.ts';
import { type CountedResponse, countResponses } from './count-responses.ts';
import type { PollShape } from './poll-shape.ts';

/** A tally as it is to be written. */
export type NewTally = {
  readonly tally: Tally;
  /** One more than the revision that was read; 1 where there was no tally. */
  readonly revision: number;
  readonly sealed: boolean;
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
    readonly read: (bucket: Bucket) => Promise<readonly CountedResponse[]>;
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

/** What became of a count. `replaced` is the tally that stood before, if there was one. */
export type Recount =
  | {
      readonly kind: 'recounted';
      readonly bucket: Bucket;
      readonly revision: number;
      readonly tally: Tally;
      readonly replaced: Tally | undefined;
      /** How many responses, not on paper, the tally before did not hold. */
      readonly arrived: number;
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
 * replaces one under a newer. Counts that found nothing new are written, too: otherwise an older count, still under way, could come in last. Hence
 * duplicate, late and reordered triggers do no harm, and a caller that dies at any point leaves
 * either the old tally or the new one.
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
    const exclusions = await deps.exclusions.get(bucket.poll, bucket.organization);
    const tally = countResponses(await deps.responses.read(bucket), shape, exclusions.exclusions);
    const revision = (before?.revision ?? 0) + 1;
    const exclusionsVersion = exclusions.version;
    const next = { tally, revision, sealed: seal, exclusionsVersion, expiresAt };
    const write = await deps.tallies.put(bucket, next);
    if (write.kind === 'written') {
      const arrived = arrivedSince(before, next);
      return { kind: 'recounted', bucket, revision, tally, replaced: before?.tally, arrived };
    }
  }
  throw new TallyContestedError(`a tally of ${bucket.organization} moved ${MOST_ATTEMPTS} times`);
};
