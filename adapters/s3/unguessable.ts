import { randomBytes } from 'node:crypto';

const RANDOM_BYTES = 16;

/** Room for the counts of some thirty organizations; those of 3,000 have 1 to 2 MB. */
const LEAST_BYTES = 16_384;

/**
 * JSON with blanks after it that whoever parses it skips: 128 random bits, as spaces and tabs, and
 * as many spaces as make it 16 KB, or the next power of two. S3's lists show each object's ETag,
 * the MD5 of its bytes, and its size: whoever may list but not read could try out which counts
 * give them, or watch the first answers of an organization come in digit by digit.
 */
export const unguessable = (json: string): string => {
  const text = `${json}\n${randomBlanks()}`;
  const bytes = Buffer.byteLength(text);
  return text + ' '.repeat(paddedSize(bytes) - bytes);
};

/** Powers of two, since each step tells something: hardly any is passed in a poll's whole time. */
const paddedSize = (bytes: number): number =>
  Math.max(LEAST_BYTES, 2 ** Math.ceil(Math.log2(bytes)));

const randomBlanks = (): string =>
  [...randomBytes(RANDOM_BYTES)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
    .replaceAll('0', ' ')
    .replaceAll('1', '\t');
