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
    .map(({ answers, weight }) => ({ answers, weight, rate: weight / answers }))
    .sort((a, b) => a.rate - b.rate);
  const all = sorted.length;
  const tolerance = toleranceOf(sorted[0]?.rate ?? 0, sorted[all - 1]?.rate ?? 0);
  const weights = prefixSums(sorted, ({ weight }) => weight);
  const answers = prefixSums(sorted, (unit) => unit.answers);
  const mostAnswers = sorted.reduce((most, unit) => Math.max(most, unit.answers), 0);
  const mostWeight = sorted.reduce((most, { weight }) => Math.max(most, Math.abs(weight)), 0);
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

/** Whether all units have one rate, so that all of them vanish together; also where none is. */
export function haveOneRate(units: readonly WeighedUnit[]): boolean {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const { answers, weight } of units) {
    least = Math.min(least, weight / answers);
    most = Math.max(most, weight / answers);
  }
  return units.length === 0 || most - least <= toleranceOf(least, most);
}

const toleranceOf = (least: number, most: number): number =>
  SAME_RATE * Math.max(Math.abs(least), Math.abs(most));

const at = (numbers: readonly number[], index: number): number => numbers[index] ?? 0;

function prefixSums<One>(ones: readonly One[], amountOf: (one: One) => number): readonly number[] {
  const sums = [0];
  let total = 0;
  for (const one of ones) {
    total += amountOf(one);
    sums.push(total);
  }
  return sums;
}
