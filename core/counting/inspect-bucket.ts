import type { Suspect } from '../../schemas/sweep.ts';
import type { Bucket } from './bucket.ts';
import { countBucket } from './count-bucket.ts';
import { emptyTally } from './count-responses.ts';
import type { PollShape } from './poll-shape.ts';
import type { RecountDeps } from './recount-bucket.ts';
import { sameTally } from './same-tally.ts';

/**
 * How a tally stands to the responses it is of; `revision` is the tally's, 0 without one. An
 * `outdated` one was counted under another list of exclusions than is in force.
 */
export type Inspection =
  | { readonly kind: 'agrees'; readonly bucket: Bucket }
  | { readonly kind: 'differs'; readonly bucket: Bucket; readonly revision: number }
  | { readonly kind: 'outdated'; readonly bucket: Bucket }
  | { readonly kind: 'sealed'; readonly bucket: Bucket };

/** What looking at a bucket needs: it writes nothing. */
export type InspectionDeps = {
  readonly tallies: Pick<RecountDeps['tallies'], 'get'>;
  readonly exclusions: RecountDeps['exclusions'];
  readonly responses: RecountDeps['responses'];
};

/**
 * Compares a tally with its responses, in the order of a count: first the tally, then the
 * exclusions, then the responses. A difference alone proves nothing; a change may be on its way
 * to be counted. Of a tally that was counted under another list nothing can be said: it has only
 * to be counted anew.
 */
export const inspectBucket = async (
  deps: InspectionDeps,
  bucket: Bucket,
  shape: PollShape,
): Promise<Inspection> => {
  const stored = await deps.tallies.get(bucket, shape);
  if (stored?.sealed) return { kind: 'sealed', bucket };
  const { version, exclusions } = await deps.exclusions.get(bucket.poll, bucket.organization);
  if (stored && stored.exclusionsVersion !== version) return { kind: 'outdated', bucket };
  const { tally } = await countBucket(deps.responses.read(bucket), shape, exclusions);
  return sameTally(stored?.tally ?? emptyTally(shape), tally)
    ? { kind: 'agrees', bucket }
    : { kind: 'differs', bucket, revision: stored?.revision ?? 0 };
};

/**
 * Whether a suspect, looked at again after every change that could have explained it was due to
 * be counted, is drift: it still differs, and nobody has counted it since.
 */
export const isDrift = (suspect: Suspect, again: Inspection): boolean =>
  again.kind === 'differs' && again.revision === suspect.revision;
