import type { UnitTable } from './unit-table.ts';

/**
 * Each unit's mean score of one item: m[o] = sum_l x_l n[o][l] / sum_l n[o][l], and 0 where
 * nobody answered (such a unit has weight 0).
 */
export const unitMeans = (
  table: UnitTable,
  item: number,
  scores: readonly number[],
): Float64Array =>
  Float64Array.from(table.units, (unit, index) => {
    const answers = table.answers[item]?.[index] ?? 0;
    if (answers === 0) return 0;
    const levels = unit.counts[item] ?? [];
    return levels.reduce((all, count, level) => all + (scores[level] ?? 0) * count, 0) / answers;
  });
