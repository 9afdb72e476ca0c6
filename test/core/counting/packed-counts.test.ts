import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  PackedCountsError,
  packCounts,
  unpackCounts,
} from '../../../core/counting/packed-counts.ts';
import { someShape } from './counted-response.ts';

const SHAPE = { items: 2, levels: 3 };

describe('packed counts', () => {
  test('are the items one after the other, joined by commas', () => {
    const counts = [
      [1, 0, 12],
      [3, 4, 5],
    ];
    expect(packCounts(counts)).toBe('1,0,12,3,4,5');
  });

  test('are read back as they were', () => {
    const counts = someShape.chain(({ items, levels }) =>
      fc.array(fc.array(fc.nat({ max: 1_000_000_000 }), { minLength: levels, maxLength: levels }), {
        minLength: items,
        maxLength: items,
      }),
    );
    fc.assert(
      fc.property(counts, (some) => {
        const shape = { items: some.length, levels: some[0]?.length ?? 0 };
        expect(unpackCounts(packCounts(some), shape)).toEqual(some);
      }),
    );
  });

  test.each([
    ['too few', '1,2,3,4,5'],
    ['too many', '1,2,3,4,5,6,7'],
    ['negative', '1,2,3,4,5,-6'],
    ['broken', '1,2,3,4,5,6.5'],
    ['empty', '1,2,3,4,5,'],
    ['no', ''],
  ])('are refused where they hold %s counts', (_what, packed) => {
    expect(() => unpackCounts(packed, SHAPE)).toThrow(PackedCountsError);
  });
});
