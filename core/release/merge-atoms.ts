import { type Atom, byText, joinAtoms } from './atom.ts';

/**
 * Merges each atom that fails with the smallest of those that share most attribute values with
 * it (ties by id), the smallest failing one first, until all pass or only one is left.
 *
 * @param fails whether an atom cannot stand by itself; asked once of each
 */
export function mergeAtoms(
  atoms: readonly Atom[],
  attributes: readonly string[],
  fails: (atom: Atom) => boolean,
): readonly Atom[] {
  const passing = atoms.filter((atom) => !fails(atom));
  const failing = atoms.filter((atom) => !passing.includes(atom));
  while (failing.length > 0 && failing.length + passing.length > 1) {
    const atom = first(failing, bySize);
    remove(failing, atom);
    const partner = first([...passing, ...failing], byLikeness(atom));
    remove(passing, partner);
    remove(failing, partner);
    const joined = joinAtoms(atom, partner, attributes);
    (fails(joined) ? failing : passing).push(joined);
  }
  return [...passing, ...failing].sort((a, b) => byText(a.id, b.id));
}

type Order = (a: Atom, b: Atom) => number;

const bySize: Order = (a, b) => a.responses - b.responses || byText(a.id, b.id);

const sharedValues = (a: Atom, b: Atom): number =>
  a.values.filter((value, index) => value !== null && value === b.values[index]).length;

const byLikeness =
  (atom: Atom): Order =>
  (a, b) =>
    sharedValues(atom, b) - sharedValues(atom, a) || bySize(a, b);

const first = (atoms: readonly Atom[], order: Order): Atom =>
  atoms.reduce((best, atom) => (order(atom, best) < 0 ? atom : best));

function remove(atoms: Atom[], atom: Atom): void {
  const index = atoms.indexOf(atom);
  if (index >= 0) atoms.splice(index, 1);
}
