import type { FormedUnit } from './form-units.ts';

/**
 * The units of an atom by what has counts of its own. Every release published sums, so the
 * answers that came in one release can be told from those of another; but nobody can tell more
 * of units that share one. So each unit is put with others of one release in which it certainly
 * had new answers: of such releases the one that most units share. A unit without any stands
 * alone.
 */
export function partsOfAtom(units: readonly FormedUnit[]): readonly (readonly FormedUnit[])[] {
  const shared = new Map<number, number>();
  for (const unit of units) {
    for (const release of releasesOf(unit)) shared.set(release, (shared.get(release) ?? 0) + 1);
  }
  const parts = Map.groupBy(units, (unit) => {
    const [first, ...rest] = releasesOf(unit);
    if (first === undefined) return unit.id;
    return rest.reduce(
      (best, one) => ((shared.get(one) ?? 0) > (shared.get(best) ?? 0) ? one : best),
      first,
    );
  });
  return [...parts.values()];
}

const releasesOf = ({ members }: FormedUnit): readonly number[] =>
  [...new Set(members.flatMap(({ grewIn }) => grewIn))].sort((a, b) => a - b);
