/**
 * One bucket of one organization: the responses whose id starts with the same `bits` bits.
 * `index` is the number that these bits make, 0 to 2^bits - 1; with 0 bits there is one bucket.
 */
export type Bucket = {
  readonly poll: string;
  readonly organization: string;
  readonly bits: number;
  readonly index: number;
};

const ID_DIGITS = 32;
const BITS_OF_A_BYTE = 8;

const hexByte = (byte: number): string => byte.toString(16).padStart(2, '0');

/** The index, among 2^bits buckets, of the bucket that a response id (hexadecimal) falls into. */
export const bucketOf = (responseId: string, bits: number): number =>
  Number.parseInt(responseId.slice(0, 2), 16) >> (BITS_OF_A_BYTE - bits);

/** The lowest and the highest response id that fall into a bucket, both included. */
export const bucketRange = ({
  bits,
  index,
}: Pick<Bucket, 'bits' | 'index'>): { readonly from: string; readonly to: string } => {
  const width = 1 << (BITS_OF_A_BYTE - bits);
  const first = index * width;
  return {
    from: hexByte(first).padEnd(ID_DIGITS, '0'),
    to: hexByte(first + width - 1).padEnd(ID_DIGITS, 'f'),
  };
};

/** Every bucket of an organization, by index. */
export const bucketsOf = (
  poll: string,
  organization: { readonly id: string; readonly bucketBits: number },
): readonly Bucket[] =>
  Array.from({ length: 1 << organization.bucketBits }, (_, index) => ({
    poll,
    organization: organization.id,
    bits: organization.bucketBits,
    index,
  }));
