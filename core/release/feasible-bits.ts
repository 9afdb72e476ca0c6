import { sum } from './sum.ts';

/** Of a unit's people who stood at a fork (at least one), how many took the first way. */
export type Fork = { readonly all: number; readonly first: number };

/** How much is open of an atom's units, in bits: of all, and without the unit that hides most. */
export type Feasible = { readonly bits: number; readonly withoutOne: number };

/**
 * How much stays open where only the totals of an atom are known: the binary logarithm of how
 * many ways there are to spread those who took the rarer way over its units. The smaller of two:
 *
 * - the ways to place that many people, besides those of the unit that holds most of them, among
 *   the units (n people, g places: n + g - 1 over n). Few dissenters can stand in few ways.
 * - the entropy of the units' numbers, were they spread as widely as they are, besides the widest:
 *   a unit's variance is that of drawing its people by chance, times a factor common to all. An
 *   error tells that factor; where it is next to nothing, nothing is open.
 *
 * One place follows from the total, and another (`withoutOne`) is known to its own organization.
 *
 * @param units of one atom, one fork each; none, and nothing is open
 */
export function feasibleBits(units: readonly Fork[]): Feasible {
  const share = sum(units.map(({ first }) => first)) / sum(units.map(({ all }) => all));
  const rarer = units.map(({ all, first }) => (2 * share <= 1 ? first : all - first));
  const besidesLargest = sum(rarer) - largestOf(rarer);
  const entropies = entropiesOf(units, share).toSorted((a, b) => b - a);
  const open = (followed: number): number =>
    units.length <= followed
      ? 0
      : Math.min(
          waysToPlace(besidesLargest, units.length - followed + 1),
          sum(entropies.slice(followed)),
        );
  return { bits: open(1), withoutOne: open(2) };
}

/** The entropy of each unit's number, were all spread as widely as those besides the widest. */
function entropiesOf(units: readonly Fork[], share: number): readonly number[] {
  const byChance = units.map(({ all }) => all * share * (1 - share));
  const factors = units.map(({ all, first }, unit) =>
    share === 0 || share === 1 ? 0 : (first - all * share) ** 2 / (byChance[unit] ?? 1),
  );
  const factor = (sum(factors) - largestOf(factors)) / Math.max(1, units.length - 1);
  return units.map(({ all }, unit) =>
    Math.min(Math.log2(all + 1), entropyOf(factor * (byChance[unit] ?? 0))),
  );
}

const largestOf = (numbers: readonly number[]): number =>
  numbers.reduce((largest, one) => Math.max(largest, one), 0);

/** log2 of the ways to place so many alike people at so many places (at least one). */
function waysToPlace(people: number, places: number): number {
  const fewer = Math.min(people, places - 1);
  const more = Math.max(people, places - 1);
  let bits = 0;
  for (let one = 1; one <= fewer; one += 1) bits += Math.log2((more + one) / one);
  return bits;
}

/** Below this variance a whole number is mostly one of two. */
const OF_TWO = 1 / 4;

/**
 * The entropy, in bits, of a whole number of a given variance: a normal one's (the most that a
 * variance allows), or, where it is small, that of a number which is one of two neighbours.
 */
function entropyOf(variance: number): number {
  if (variance >= OF_TWO) return Math.log2(2 * Math.PI * Math.E * variance) / 2;
  const rarer = 1 / 2 - Math.sqrt(OF_TWO - variance);
  return rarer === 0 ? 0 : -rarer * Math.log2(rarer) - (1 - rarer) * Math.log2(1 - rarer);
}
