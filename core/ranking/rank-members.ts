import { comparePairs } from './compare-pairs.ts';
import { competitionRanks, type RankingKey } from './competition-ranks.ts';
import type { Scored } from './scored.ts';
import { findSignificance } from './significance.ts';
import { tiersOf } from './tiers.ts';

/** A member and its place in its list. */
export type Place = {
  readonly member: Scored;
  readonly rank: number | null;
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
  readonly tier: number | null;
};

/**
 * Ranks a list under one voice and metric.
 *
 * Rank interval: from 1 + how many are significantly above to the list's size less how many
 * are significantly below; all intervals of a list hold together with 95 % confidence. Only
 * members with an estimate count in the size; those without an error have a rank alone, and
 * may hold any place in the intervals of the others.
 *
 * Source: Klein, Wright & Wieczorek (2020), J. Royal Statistical Society A 183, 589-606; Mogstad,
 * Romano, Shaikh & Wilhelm (2024), Review of Economic Studies 91, 476-518.
 *
 * @param keys the estimates by the metric, then by those that break its ties
 */
export function rankMembers(members: readonly Scored[], keys: readonly RankingKey[]): Place[] {
  const range = keys[0]?.range ?? 1;
  const ranks = competitionRanks(keys);
  const size = ranks.filter((rank) => rank !== null).length;
  const { above, below } = findSignificance(members.length, comparePairs(members, range));
  const tiers = tiersOf(above);
  return members.map((member, place) => {
    const rank = ranks[place] ?? null;
    if (!member.error) return { member, rank, rankLow: null, rankHigh: null, tier: null };
    const rankLow = 1 + (above[place]?.size ?? 0);
    const rankHigh = size - (below[place]?.size ?? 0);
    return { member, rank, rankLow, rankHigh, tier: tiers[place] ?? null };
  });
}
