/** The greatest common divisor, never negative. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The least common multiple of two positive numbers. */
export const leastCommonMultiple = (a: bigint, b: bigint): bigint =>
  (a / greatestCommonDivisor(a, b)) * b;
