/** A bucket is counted anew as a whole: it is expected to hold about this many at most. */
const RESPONSES_A_BUCKET = 125;
const MOST_BITS = 8;

/** Assumed where nobody said: four buckets, cheap for the small and bearable for the large. */
const UNKNOWN_EXPECTED = 500;

/**
 * How many leading bits of a response id name its bucket in an organization that expects so
 * many responses: the fewest, up to 8, with which a bucket holds at most about 125.
 */
export const bucketBitsFor = (expectedResponses: number = UNKNOWN_EXPECTED): number => {
  const bits = Math.ceil(Math.log2(expectedResponses / RESPONSES_A_BUCKET));
  return Math.min(Math.max(bits, 0), MOST_BITS);
};
