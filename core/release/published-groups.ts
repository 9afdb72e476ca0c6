import { type Atom, byText } from './atom.ts';
import type { ReleaseRules } from './release-rules.ts';

/**
 * Some atoms whose figures are published together. `attribute` is null for all of them
 * (statewide), `value` is null for those of no one value (`Other`).
 */
export type PublishedGroup = {
  readonly attribute: string | null;
  readonly value: string | null;
  readonly atoms: readonly Atom[];
};

/**
 * The groups of a breakdown: per value of the attribute the atoms whose organizations all have
 * it, sorted by value, and last the mixed ones.
 */
export function publishedGroups(
  atoms: readonly Atom[],
  attribute: string,
  { attributes }: Pick<ReleaseRules, 'attributes'>,
): readonly PublishedGroup[] {
  const index = attributes.indexOf(attribute);
  const groups = Map.groupBy(atoms, ({ values }) => values[index] ?? null);
  return [...groups]
    .map(([value, members]) => ({ attribute, value, atoms: members }))
    .sort((a, b) => byValue(a.value, b.value));
}

const byValue = (a: string | null, b: string | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : byText(a, b);
