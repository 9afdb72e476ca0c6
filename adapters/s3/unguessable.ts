import { randomBytes } from 'node:crypto';

const RANDOM_BYTES = 16;

/**
 * JSON with 128 random bits after it, as spaces and tabs that whoever parses it skips. S3's lists
 * show each object's ETag, the MD5 of its bytes: whoever may list but not read could try out
 * which counts give it, and find those of the first people who answered.
 */
export const unguessable = (json: string): string => `${json}\n${blanks()}`;

const blanks = (): string =>
  [...randomBytes(RANDOM_BYTES)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
    .replaceAll('0', ' ')
    .replaceAll('1', '\t');
