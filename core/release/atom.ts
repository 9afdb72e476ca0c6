import type { CheckpointOrganization } from '../../schemas/checkpoint.ts';
import { sum } from './sum.ts';

/**
 * One part of the poll's partition: organizations that no breakdown ever takes apart.
 * `values[attribute]` is the value that all of them share, or null where they differ or where it
 * is not known.
 */
export type Atom = {
  readonly id: string;
  readonly values: readonly (string | null)[];
  readonly responses: number;
  /** Sorted by id. */
  readonly organizations: readonly CheckpointOrganization[];
};

/** An atom of some organizations (at least one), by the attributes that are published. */
export function atomOf(
  id: string,
  organizations: readonly CheckpointOrganization[],
  attributes: readonly string[],
): Atom {
  const sorted = organizations.toSorted((a, b) => byText(a.organization, b.organization));
  return {
    id,
    organizations: sorted,
    responses: sum(sorted.map(({ responses }) => responses)),
    values: attributes.map((attribute) => sharedValue(sorted, attribute)),
  };
}

/** The atoms that some organizations of a checkpoint belong to. */
export function atomsOf(
  organizations: readonly CheckpointOrganization[],
  { attributes }: { readonly attributes: readonly string[] },
): readonly Atom[] {
  const members = Map.groupBy(organizations, ({ atom }) => atom ?? '');
  return [...members].map(([id, ones]) => atomOf(id, ones, attributes));
}

/** Two atoms as one. */
export const joinAtoms = (a: Atom, b: Atom, attributes: readonly string[]): Atom =>
  atomOf(
    byText(a.id, b.id) < 0 ? a.id : b.id,
    [...a.organizations, ...b.organizations],
    attributes,
  );

/** Orders texts by their code units: the same in every locale. */
export const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function sharedValue(
  organizations: readonly CheckpointOrganization[],
  attribute: string,
): string | null {
  const values = new Set(organizations.map(({ attributes }) => attributeOf(attributes, attribute)));
  const [value] = values;
  return values.size === 1 ? (value ?? null) : null;
}

/** An organization's value of an attribute; null where it has none. */
export const attributeOf = (
  attributes: Readonly<Record<string, string>>,
  attribute: string,
): string | null => (Object.hasOwn(attributes, attribute) ? (attributes[attribute] ?? null) : null);
