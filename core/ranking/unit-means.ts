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
  new Float64Array(table.units.length).map((_, index) => {
    const answers = table.answers[item]?.[index] ?? 0;
    if (answers === 0) return 0;
    const counts = table.units[index]?.counts[item] ?? [];
    let scored = 0;
    for (let level = 0; level < counts.length; level += 1) {
      scored += (scores[level] ?? 0) * (counts[level] ?? 0);
    }
    return scored / answers;
  });
