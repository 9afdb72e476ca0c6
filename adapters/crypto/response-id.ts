import { createHash } from 'node:crypto';

const HEX_DIGITS = 32;

/**
 * The response id that a receipt opens: the first 128 bits of the SHA-256 over the receipt's
 * characters, as 32 hexadecimal digits.
 */
export const responseIdOf = (receipt: string): string =>
  createHash('sha256').update(receipt, 'ascii').digest('hex').slice(0, HEX_DIGITS);
