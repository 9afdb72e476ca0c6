import type { PriorityRow } from './priority-row.ts';

/** A list under one voice and metric: its rows by id. */
export type RowsById = ReadonlyMap<string, PriorityRow>;

/** A rank in another voice or metric, and whether it lies outside the rank interval here. */
export type RankElsewhere = { readonly rank: number; readonly outside: boolean };

/**
 * Holds a member's rank interval here against its rank there. Null where it lacks either.
 *
 * Where the two rank different members (one withheld in one voice alone), the rank there is
 * taken among the members common to both, and the interval here gives up as many places as
 * members fall away: a difference is reported only where the missing ones cannot explain it.
 */
export function rankElsewhere(here: RowsById, there: RowsById, id: string): RankElsewhere | null {
  const { rankLow = null, rankHigh = null } = here.get(id) ?? {};
  const thereRank = there.get(id)?.rank ?? null;
  if (rankLow === null || rankHigh === null || thereRank === null) return null;
  let missing = 0;
  let common = 0;
  let above = 0;
  for (const row of here.values()) {
    if (row.rank === null) continue;
    const other = there.get(row.id)?.rank ?? null;
    if (other === null) missing += 1;
    else {
      common += 1;
      above += Number(other < thereRank);
    }
  }
  const rank = 1 + above;
  const low = rankLow - missing;
  const high = Math.min(rankHigh, common);
  return { rank, outside: rank < low || rank > high };
}
