/**
 * Tiers: 1 more than the highest tier among those significantly above, 1 where none is. A
 * chain of such steps, so a tier can be higher than the best rank that is still open.
 *
 * @param above for each member, those significantly above it (never a circle: they are higher)
 */
export function tiersOf(above: readonly ReadonlySet<number>[]): readonly number[] {
  const tiers = new Map<number, number>();
  const tierOf = (member: number): number => {
    const known = tiers.get(member);
    if (known !== undefined) return known;
    const tier = 1 + Math.max(0, ...[...(above[member] ?? [])].map(tierOf));
    tiers.set(member, tier);
    return tier;
  };
  return above.map((_, member) => tierOf(member));
}
