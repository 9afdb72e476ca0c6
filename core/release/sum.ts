/** The sum of some numbers; 0 of none. */
export function sum(numbers: readonly number[]): number {
  let total = 0;
  // By index: until it is optimized, each step of an iterator makes an object.
  for (let index = 0; index < numbers.length; index += 1) total += numbers[index] ?? 0;
  return total;
}
