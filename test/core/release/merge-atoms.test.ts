import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Atom } from '../../../core/release/atom.ts';
import { mergeAtoms } from '../../../core/release/merge-atoms.ts';
import { atomByRegion } from './release-factories.ts';

const attributes = ['region', 'setting'];
const fewerThan =
  (responses: number) =>
  (atom: Atom): boolean =>
    atom.responses < responses;
const membersOf = (atoms: readonly Atom[]) =>
  atoms.map(({ organizations }) => organizations.map(({ organization }) => organization).join(' '));

describe('merging atoms', () => {
  it('leaves atoms that pass as they are', () => {
    const atoms = [
      atomByRegion('b', 'north', 'clinic', 20),
      atomByRegion('a', 'south', 'clinic', 20),
    ];
    expect(membersOf(mergeAtoms(atoms, attributes, fewerThan(11)))).toEqual(['a-0', 'b-0']);
  });

  it('merges one that fails with the one that shares most values, however large', () => {
    const atoms = [
      atomByRegion('a', 'north', 'clinic', 3),
      atomByRegion('b', 'north', 'clinic', 90),
      atomByRegion('c', 'north', 'campus', 20),
      atomByRegion('d', 'south', 'campus', 12),
    ];
    expect(membersOf(mergeAtoms(atoms, attributes, fewerThan(11)))).toEqual([
      'a-0 b-0',
      'c-0',
      'd-0',
    ]);
  });

  it('takes the smallest among those that share as much, then the first id', () => {
    const atoms = [
      atomByRegion('a', 'north', 'clinic', 3),
      atomByRegion('b', 'south', 'campus', 30),
      atomByRegion('d', 'south', 'campus', 20),
      atomByRegion('c', 'south', 'campus', 20),
    ];
    expect(membersOf(mergeAtoms(atoms, attributes, fewerThan(11)))).toEqual([
      'a-0 c-0',
      'b-0',
      'd-0',
    ]);
  });

  it('shares no value any more where the merged ones differ', () => {
    const atoms = [
      atomByRegion('a', 'north', 'clinic', 3),
      atomByRegion('b', 'north', 'campus', 3),
    ];
    const [joined] = mergeAtoms(atoms, attributes, fewerThan(6));
    expect(joined?.values).toEqual(['north', null]);
  });

  it('goes on until one is left, and leaves that one even if it fails', () => {
    const atoms = ['a', 'b', 'c'].map((id) => atomByRegion(id, id, 'clinic', 1));
    expect(mergeAtoms(atoms, attributes, () => true)).toHaveLength(1);
    expect(mergeAtoms([], attributes, () => true)).toEqual([]);
  });

  it('gives the same partition in whatever order the atoms come, and loses nobody', () => {
    const sizes = fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sizes, fc.nat(), (all, turn) => {
        const atoms = all.map((size, index) =>
          atomByRegion(`a${index}`, `r${index % 3}`, `s${index % 2}`, size),
        );
        const cut = turn % atoms.length;
        const turned = [...atoms.slice(cut), ...atoms.slice(0, cut)];
        const merged = mergeAtoms(atoms, attributes, fewerThan(11));
        expect(membersOf(mergeAtoms(turned, attributes, fewerThan(11)))).toEqual(membersOf(merged));
        expect(merged.flatMap(({ organizations }) => organizations)).toHaveLength(atoms.length);
        expect(merged.length === 1 || merged.every((atom) => atom.responses >= 11)).toBe(true);
      }),
    );
  });
});
