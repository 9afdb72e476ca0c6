import { sum } from './sum.ts';

/** Of a unit's people who stood at a fork (at least one), how many took the first way. */
export type Fork = { readonly all: number; readonly first: number };

/** What hides the units of one atom: in bits, with and without the unit that hides most. */
export type Feasible = { readonly all: number; readonly withoutOne: number };

/**
 * How much stays open where only the totals of an atom are known: the binary logarithm of how
 * many ways there are to spread those who took the rarer way over its units. The smaller of two:
 *
 * - the ways to place that many people, besides those of the unit that holds most of them, among
 *   the units (n people, g places: n + g - 1 over n). Few dissenters can stand in few ways.
 * - the entropy of the units' deviations from the common share, were they spread as widely as
 *   they are. An error tells how widely; where it is next to nothing, nothing is open.
 *
 * One place follows from the total, and another (`withoutOne`) is known to its own organization.
 *
 * @param units of one atom, one fork each
 */
export function feasibleBits(units: readonly Fork[]): Feasible {
  const first = sum(units.map((unit) => unit.first));
  const all = sum(units.map((unit) => unit.all));
  const rarer = units.map((unit) => (2 * first <= all ? unit.first : unit.all - unit.first));
  const besidesLargest = sum(rarer) - Math.max(0, ...rarer);
  const squares = units.map((unit) => (unit.first - (unit.all * first) / all) ** 2);
  const spread = (sum(squares) - Math.max(0, ...squares)) / (units.length - 1);
  const open = (places: number): number =>
    places < 1 ? 0 : Math.min(waysToPlace(besidesLargest, places + 1), places * entropyOf(spread));
  return { all: open(units.length - 1), withoutOne: open(units.length - 2) };
}

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
