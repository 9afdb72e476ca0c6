import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketOf, bucketRange, bucketsOf } from '../../../core/counting/bucket.ts';

const responseId = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));
const bits = fc.integer({ min: 0, max: 8 });

describe('bucketOf', () => {
  test('with 0 bits every response falls into bucket 0', () => {
    expect(bucketOf('ff'.repeat(16), 0)).toBe(0);
  });

  test('with 8 bits the first byte is the bucket', () => {
    expect(bucketOf(`a7${'0'.repeat(30)}`, 8)).toBe(0xa7);
  });

  test('with 3 bits the first three bits are the bucket', () => {
    expect(bucketOf(`a7${'0'.repeat(30)}`, 3)).toBe(0b101);
  });
});

describe('bucketRange', () => {
  test('names the lowest and the highest response id of the bucket', () => {
    expect(bucketRange({ bits: 3, index: 5 })).toEqual({
      from: `a0${'0'.repeat(30)}`,
      to: `bf${'f'.repeat(30)}`,
    });
  });

  test('holds exactly the response ids that fall into the bucket', () => {
    fc.assert(
      fc.property(responseId, bits, (id, of) => {
        const home = bucketOf(id, of);
        for (let index = 0; index < 2 ** of; index += 1) {
          const { from, to } = bucketRange({ bits: of, index });
          expect(from <= id && id <= to).toBe(index === home);
        }
      }),
    );
  });
});

describe('bucketsOf', () => {
  test('an organization of b bits has 2^b buckets, by index', () => {
    const buckets = bucketsOf('p', { id: 'o', bucketBits: 2 });
    expect(buckets.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    expect(buckets[3]).toEqual({ poll: 'p', organization: 'o', bits: 2, index: 3 });
  });

  test('an organization of 0 bits has one bucket', () => {
    expect(bucketsOf('p', { id: 'o', bucketBits: 0 })).toHaveLength(1);
  });
});
