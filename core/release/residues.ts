/** A unit in a voice's estimate of an item: its answers (at least one) and its weight. */
export type WeighedUnit = { readonly answers: number; readonly weight: number };

/** What is left of some units when every answer's weight is lessened by the same rate. */
export type Residue = {
  /** How many units are left. */
  readonly units: number;
  /** The sum of what is left of them, without signs. */
  readonly total: number;
  /** No unit has more left. */
  readonly atMost: number;
  /** The most that is left of one; computed when asked for, in the time that all units take. */
  readonly largest: () => number;
};

/** Two rates closer than this, relative to the largest, are one. */
const SAME_RATE = 1e-12;

/**
 * The residues of some units (at least one) at each rate, weight per answer, that a unit has. A
 * unit's share of what is left is largest at one of these: between two of them, and beyond them,
 * it is a quotient of two linear functions. O(n log n).
 */
export function residues(units: readonly WeighedUnit[]): readonly Residue[] {
  const sorted = units
    .map((unit) => ({ ...unit, rate: unit.weight / unit.answers }))
    .sort((a, b) => a.rate - b.rate);
  const tolerance = SAME_RATE * Math.max(...extremes(sorted.map(({ rate }) => rate)).map(Math.abs));
  const weights = prefixSums(sorted.map(({ weight }) => weight));
  const answers = prefixSums(sorted.map(({ answers: one }) => one));
  const [, mostAnswers] = extremes(sorted.map((unit) => unit.answers));
  const mostWeight = Math.max(...extremes(sorted.map(({ weight }) => weight)).map(Math.abs));
  const all = sorted.length;
  const found: Residue[] = [];
  for (let from = 0; from < all; ) {
    const rate = sorted[from]?.rate ?? 0;
    let to = from;
    while (to < all && (sorted[to]?.rate ?? 0) - rate <= tolerance) to += 1;
    const below = rate * at(answers, from) - at(weights, from);
    const above = at(weights, all) - at(weights, to) - rate * (at(answers, all) - at(answers, to));
    found.push({
      units: all - (to - from),
      total: to - from === all ? 0 : Math.max(0, below + above),
      atMost: mostWeight + Math.abs(rate) * mostAnswers,
      largest: () =>
        sorted.reduce(
          (most, unit) => Math.max(most, Math.abs(unit.weight - rate * unit.answers)),
          0,
        ),
    });
    from = to;
  }
  return found;
}

const at = (numbers: readonly number[], index: number): number => numbers[index] ?? 0;

const prefixSums = (numbers: readonly number[]): readonly number[] => {
  const sums = [0];
  for (const one of numbers) sums.push(at(sums, sums.length - 1) + one);
  return sums;
};

const extremes = (numbers: readonly number[]): readonly [least: number, most: number] =>
  numbers.reduce<readonly [number, number]>(
    ([least, most], one) => [Math.min(least, one), Math.max(most, one)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
