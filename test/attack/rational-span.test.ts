import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rationalSpan } from './rational-span.ts';

const vector = fc.array(fc.integer({ min: -3, max: 3 }).map(BigInt), {
  minLength: 4,
  maxLength: 4,
});

describe('a rational span', () => {
  it('holds the sums of multiples of what was added, and nothing else', () => {
    const span = rationalSpan();
    span.add([1n, 1n, 0n]);
    span.add([0n, 2n, 2n]);
    expect(span.holds([3n, 1n, -2n])).toBe(true);
    expect(span.holds([0n, 0n, 1n])).toBe(false);
    expect(span.rank()).toBe(2);
  });

  it('holds any rational combination', () => {
    fc.assert(
      fc.property(fc.array(vector, { maxLength: 5 }), fc.array(fc.bigInt(-9n, 9n)), (all, by) => {
        const span = rationalSpan();
        for (const one of all) span.add(one);
        const mixed = [0, 1, 2, 3].map((at) =>
          all.reduce((sum, one, index) => sum + (one[at] ?? 0n) * (by[index] ?? 1n), 0n),
        );
        expect(span.holds(mixed)).toBe(true);
        expect(span.rank()).toBeLessThanOrEqual(Math.min(4, all.length));
      }),
    );
  });

  it('is not changed by what a copy of it is given', () => {
    const span = rationalSpan();
    span.copy().add([1n]);
    expect(span.rank()).toBe(0);
  });
});
