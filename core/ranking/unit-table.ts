import type { Unit } from './ranking-input.ts';

/** The units that count, and their answers: `answers[item][unit]`. */
export type UnitTable = {
  readonly units: readonly Unit[];
  readonly items: number;
  readonly answers: readonly Float64Array[];
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/**
 * Lays out the units by item. A unit without a single answer is none (it would raise the
 * number of clusters), and units come in the order of their ids, so that the order in which
 * they were given cannot move the last digit of a sum.
 */
export function tabulateUnits(given: readonly Unit[], items: number): UnitTable {
  const units = given
    .filter((unit) => unit.counts.some((levels) => levels.some((count) => count > 0)))
    .sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
  const answers = Array.from({ length: items }, (_, item) =>
    Float64Array.from(units, (unit) => sum(unit.counts[item] ?? [])),
  );
  return { units, items, answers };
}
