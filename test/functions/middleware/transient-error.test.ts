import { describe, expect, test } from 'vitest';
import { isTransient } from '../../../functions/middleware/transient-error.ts';

const named = (name: string) => Object.assign(new Error(name), { name });

describe('isTransient(error)', () => {
  test('holds for throttling, timeouts and lost connections', () => {
    for (const name of ['ThrottlingException', 'TimeoutError', 'InternalServerError']) {
      expect(isTransient(named(name))).toBe(true);
    }
    expect(isTransient(Object.assign(new Error('x'), { code: 'ECONNRESET' }))).toBe(true);
    expect(isTransient(Object.assign(new Error('x'), { $retryable: {} }))).toBe(true);
  });

  test('does not hold for what will fail again', () => {
    for (const name of ['TypeError', 'AccessDeniedException', 'ResourceNotFoundException']) {
      expect(isTransient(named(name))).toBe(false);
    }
  });
});
