import { describe, expect, test } from 'vitest';
import { responseIdOf } from '../../../adapters/crypto/response-id.ts';

describe('responseIdOf(receipt)', () => {
  test('is the first half of the SHA-256 of its characters (printf %s | sha256sum)', () => {
    expect(responseIdOf('a-receipt-of-22-letters')).toBe('362d08c1fef711b566fc94ebb37f0e38');
  });
});
