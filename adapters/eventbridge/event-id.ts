import { createHash } from 'node:crypto';

const HEX_DIGITS = 32;

/**
 * An event's own id, derived from what happened: the same parts give the same id, so that a
 * consumer recognizes a repeat. 32 hexadecimal digits of SHA-256 over the parts, which are
 * joined by a character that none of them holds.
 */
export const eventId = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\u001f')).digest('hex').slice(0, HEX_DIGITS);
