import { isNoDifference } from './negligible.ts';

/** What a list is ranked by: one value for each of its members, and the metric's range. */
export type RankingKey = { readonly values: readonly (number | null)[]; readonly range: number };

/**
 * Competition ranks (1, 2, 2, 4), highest first, by the first key; those equal in it by the
 * next, and so on; those equal in all share a rank. A member without a value in the first key
 * has no rank and does not count.
 *
 * Equal means equal but for rounding. Neighbours in order that are equal are one group, so the
 * ranks do not depend on the order of the members.
 */
export function competitionRanks(keys: readonly RankingKey[]): readonly (number | null)[] {
  const values = keys[0]?.values ?? [];
  const ranks = new Array<number | null>(values.length).fill(null);
  const ranked = values.flatMap((value, index) => (value === null ? [] : [index]));
  let ahead = 0;
  for (const group of groupsInOrder(ranked, keys)) {
    for (const member of group) ranks[member] = ahead + 1;
    ahead += group.length;
  }
  return ranks;
}

function groupsInOrder(members: readonly number[], keys: readonly RankingKey[]): number[][] {
  const [key, ...rest] = keys;
  if (!key) return members.length > 0 ? [[...members]] : [];
  const scoreOf = (member: number) => key.values[member] ?? 0;
  const groups: number[][] = [];
  let last: number | undefined;
  for (const member of members.toSorted((a, b) => scoreOf(b) - scoreOf(a))) {
    const group = groups.at(-1);
    const joins = last !== undefined && isNoDifference(last - scoreOf(member), key.range);
    if (group && joins) group.push(member);
    else groups.push([member]);
    last = scoreOf(member);
  }
  return groups.flatMap((group) => (group.length > 1 ? groupsInOrder(group, rest) : [group]));
}
