import { greatestCommonDivisor } from './whole-numbers.ts';

/** A vector of whole numbers. */
export type Vector = readonly bigint[];

/**
 * The linear span, over the rational numbers, of the vectors added to it: exact, by elimination
 * without fractions.
 */
export type RationalSpan = {
  /** Adds a vector; false where the span held it already. */
  readonly add: (vector: Vector) => boolean;
  readonly holds: (vector: Vector) => boolean;
  readonly rank: () => number;
  readonly copy: () => RationalSpan;
};

type Pivot = { readonly at: number; readonly vector: Vector };

/** A span, empty unless pivots are given. */
export function rationalSpan(pivots: readonly Pivot[] = []): RationalSpan {
  const basis = [...pivots];
  const add = (vector: Vector): boolean => {
    const rest = reduce(vector, basis);
    const at = rest.findIndex((one) => one !== 0n);
    if (at < 0) return false;
    basis.push({ at, vector: primitive(rest) });
    return true;
  };
  return {
    add,
    holds: (vector) => reduce(vector, basis).every((one) => one === 0n),
    rank: () => basis.length,
    copy: () => rationalSpan(basis),
  };
}

function reduce(vector: Vector, basis: readonly Pivot[]): Vector {
  let rest = vector;
  for (const { at, vector: pivot } of basis) {
    const factor = rest[at] ?? 0n;
    if (factor === 0n) continue;
    const scale = pivot[at] ?? 1n;
    rest = rest.map((one, index) => one * scale - (pivot[index] ?? 0n) * factor);
  }
  return rest;
}

/** Divides by the greatest common divisor, so that numbers stay small. */
function primitive(vector: Vector): Vector {
  const divisor = vector.reduce(greatestCommonDivisor, 0n);
  return divisor > 1n ? vector.map((one) => one / divisor) : vector;
}
