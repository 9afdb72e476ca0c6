import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketBitsFor } from '../../../core/organizations/bucket-bits.ts';

describe('bucketBitsFor(expectedResponses)', () => {
  test('is 0 for an organization that fits one bucket', () => {
    expect([1, 60, 125].map(bucketBitsFor)).toEqual([0, 0, 0]);
  });

  test('adds a bit for each doubling beyond that', () => {
    expect([126, 250, 251, 500, 1000, 16_000, 32_000].map(bucketBitsFor)).toEqual([
      1, 1, 2, 2, 3, 7, 8,
    ]);
  });

  test('is at most 8', () => {
    expect(bucketBitsFor(10_000_000)).toBe(8);
  });

  test('is 2 where nobody said what to expect', () => {
    expect(bucketBitsFor()).toBe(2);
  });

  test('is the fewest bits with which a bucket holds at most about 125', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 32_000 }), (expected) => {
        const bits = bucketBitsFor(expected);
        expect(expected / 2 ** bits).toBeLessThanOrEqual(125);
        if (bits > 0) expect(expected / 2 ** (bits - 1)).toBeGreaterThan(125);
      }),
    );
  });
});
