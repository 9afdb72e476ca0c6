import type { Voice } from '../../schemas/poll.ts';
import { kishDegreesOfFreedom } from './kish-degrees-of-freedom.ts';
import type { UnitTable } from './unit-table.ts';
import { unitWeights } from './unit-weights.ts';

/** Who answered one item, as one voice weighs them: what every metric of it shares. */
export type ItemSample = {
  readonly weights: Float64Array;
  readonly df: number | null;
  readonly answers: number;
  /** Organizations and units with an answer. */
  readonly organizations: number;
  readonly units: number;
  /** Answers at each level, all units together, unweighted. */
  readonly counts: readonly number[];
};

/** Gathers who answered one item. */
export function sampleItem(table: UnitTable, item: number, voice: Voice): ItemSample {
  const weights = unitWeights(table, item, voice);
  const answered = table.units.filter((_, index) => (table.answers[item]?.[index] ?? 0) > 0);
  const levels = answered[0]?.counts[item] ?? [];
  const counts = levels.map((_, level) =>
    answered.reduce((all, unit) => all + (unit.counts[item]?.[level] ?? 0), 0),
  );
  return {
    weights,
    df: kishDegreesOfFreedom(weights),
    answers: counts.reduce((all, count) => all + count, 0),
    organizations: answered.reduce((all, unit) => all + unit.organizations, 0),
    units: answered.length,
    counts,
  };
}
