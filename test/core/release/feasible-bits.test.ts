import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fork, feasibleBits } from '../../../core/release/feasible-bits.ts';

/** Units of so many people each, of whom the given numbers took the first way. */
const units = (all: number, ...first: readonly number[]): readonly Fork[] =>
  first.map((one) => ({ all, first: one }));

const factorial = (number: number): number => (number < 2 ? 1 : number * factorial(number - 1));

describe('the bits that are open of how an atom is spread', () => {
  it('are none where one person alone is of another mind: that unit knows itself', () => {
    expect(feasibleBits(units(20, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0))).toEqual({
      bits: 0,
      withoutOne: 0,
    });
  });

  it('are none where all of another mind are in one unit', () => {
    expect(feasibleBits(units(20, 0, 15, 0, 0, 0, 0)).bits).toBe(0);
  });

  it('are none where every unit has the same share: an error of 0 tells each', () => {
    expect(feasibleBits(units(20, 10, 10, 10, 10, 10, 10, 10, 10)).bits).toBe(0);
  });

  it('are at most the ways to place the others of that mind', () => {
    const { bits, withoutOne } = feasibleBits(units(30, 3, 2, 0, 0, 0));
    expect(bits).toBeCloseTo(Math.log2(factorial(6) / factorial(4) / 2), 10);
    expect(withoutOne).toBeLessThan(bits);
  });

  it('are the same for those who took the one way and those who took the other', () => {
    const first = [3, 9, 6, 1, 8, 4];
    const other = first.map((one) => 20 - one);
    expect(feasibleBits(units(20, ...other)).bits).toBeCloseTo(
      feasibleBits(units(20, ...first)).bits,
      10,
    );
  });

  it('grow as units are spread wider', () => {
    expect(feasibleBits(units(20, 4, 16, 5, 15, 3, 17)).bits).toBeGreaterThan(
      feasibleBits(units(20, 9, 11, 9, 11, 9, 11)).bits,
    );
  });

  it('are none of one or two units to someone who knows one of them', () => {
    expect(feasibleBits(units(20, 7)).withoutOne).toBe(0);
    expect(feasibleBits(units(20, 7, 3)).withoutOne).toBe(0);
  });

  it('are never negative, never more without one unit, and a number for any atom', () => {
    const fork = fc
      .tuple(fc.integer({ min: 1, max: 400 }), fc.nat(400))
      .map(([all, first]): Fork => ({ all, first: Math.min(all, first) }));
    fc.assert(
      fc.property(fc.array(fork, { minLength: 1, maxLength: 40 }), (forks) => {
        const { bits, withoutOne } = feasibleBits(forks);
        expect(withoutOne).toBeGreaterThanOrEqual(0);
        expect(bits).toBeGreaterThanOrEqual(withoutOne);
      }),
    );
  });
});
