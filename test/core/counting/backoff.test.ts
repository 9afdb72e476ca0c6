import { describe, expect, test } from 'vitest';
import { backoffMs } from '../../../core/counting/backoff.ts';

describe('backoffMs', () => {
  test('is anything up to a bound that doubles', () => {
    expect([1, 2, 3].map((failed) => backoffMs(failed, 1))).toEqual([50, 100, 200]);
    expect(backoffMs(3, 0)).toBe(0);
    expect(backoffMs(3, 0.5)).toBe(100);
  });

  test('never exceeds two seconds', () => {
    expect(backoffMs(1000, 1)).toBe(2000);
  });
});
