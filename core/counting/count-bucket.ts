import type { Exclusion } from '../../schemas/exclusions.ts';
import type { Tally } from '../../schemas/tally.ts';
import { type CountedResponse, createCount } from './count-responses.ts';
import type { PollShape } from './poll-shape.ts';

/** Some of what a bucket holds: as much as is read at once. */
export type BucketPage = {
  readonly responses: readonly CountedResponse[];
  /** How many responses were withdrawn and left a tombstone. */
  readonly tombstones: number;
};

/** What a bucket holds, counted. */
export type CountedBucket = {
  readonly tally: Tally;
  /** How many receipts it holds something of: a response, be it set aside, or a tombstone. */
  readonly receipts: number;
};

const PAPER = 'paper';

/**
 * Counts a bucket page by page and keeps none of them, so that no number of responses or
 * tombstones needs more memory than another. A response on paper has no receipt.
 *
 * @throws UncountableResponseError where a response does not fit the poll
 */
export const countBucket = async (
  pages: AsyncIterable<BucketPage>,
  shape: PollShape,
  exclusions: readonly Exclusion[],
): Promise<CountedBucket> => {
  const count = createCount(shape, exclusions);
  let receipts = 0;
  for await (const { responses, tombstones } of pages) {
    for (const response of responses) {
      count.add(response);
      if (response.channel !== PAPER) receipts += 1;
    }
    receipts += tombstones;
  }
  return { tally: count.tally, receipts };
};
