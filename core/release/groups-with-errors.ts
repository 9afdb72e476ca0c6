import type { Atom } from './atom.ts';

/** Some atoms that are published together. */
type Group = { readonly atoms: readonly Atom[] };

/**
 * Of some groups, in their order, those that may have errors and every voice: a group is taken
 * as long as nothing that can be told apart by adding and subtracting the ones taken has units,
 * but fewer than the least.
 *
 * @param unitsIn how many units an atom has
 */
export function groupsWithErrors<Published extends Group>(
  groups: readonly Published[],
  unitsIn: (atom: Atom) => number,
  minUnits: number,
): readonly Published[] {
  const taken: Published[] = [];
  for (const group of groups) {
    const cells = cellsOf([...taken, group]);
    if (cells.every((cell) => hasEnoughUnits(cell, unitsIn, minUnits))) taken.push(group);
  }
  return taken;
}

/** Whether some atoms have no units, or enough. */
export function hasEnoughUnits(
  atoms: readonly Atom[],
  unitsIn: (atom: Atom) => number,
  minUnits: number,
): boolean {
  const units = atoms.reduce((total, atom) => total + unitsIn(atom), 0);
  return units === 0 || units >= minUnits;
}

/**
 * The finest that adding and subtracting some groups can tell apart: their atoms, put together
 * where they stand in the same groups.
 */
export function cellsOf(groups: readonly Group[]): readonly (readonly Atom[])[] {
  const places = new Map<Atom, number[]>();
  groups.forEach(({ atoms }, index) => {
    for (const atom of atoms) places.set(atom, [...(places.get(atom) ?? []), index]);
  });
  return [...Map.groupBy(places.keys(), (atom) => places.get(atom)?.join() ?? '').values()];
}
