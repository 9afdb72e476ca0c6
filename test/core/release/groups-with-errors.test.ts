import { describe, expect, it } from 'vitest';
import type { Atom } from '../../../core/release/atom.ts';
import { groupsWithErrors } from '../../../core/release/groups-with-errors.ts';
import { atomByRegion } from './release-factories.ts';

const units = new Map<Atom, number>();
const atom = (id: string, count: number): Atom => {
  const made = atomByRegion(id, 'north', 'clinic', 20);
  units.set(made, count);
  return made;
};
const group = (name: string, ...atoms: readonly Atom[]) => ({ name, atoms });
const taken = (...groups: readonly ReturnType<typeof group>[]) =>
  groupsWithErrors(groups, (one) => units.get(one) ?? 0, 10).map(({ name }) => name);

describe('groups with errors and every voice', () => {
  const [a, b, c, d] = [atom('a', 10), atom('b', 12), atom('c', 5), atom('d', 6)];

  it('are those of at least ten units', () => {
    expect(taken(group('statewide', a, b))).toEqual(['statewide']);
    expect(taken(group('statewide', c))).toEqual([]);
  });

  it('leave at least ten units of statewide without them', () => {
    expect(taken(group('statewide', a, b), group('a', a))).toEqual(['statewide', 'a']);
    expect(taken(group('statewide', a, c), group('a', a))).toEqual(['statewide']);
    expect(taken(group('statewide', a, c, d), group('a', a))).toEqual(['statewide', 'a']);
  });

  it('leave at least ten units wherever two breakdowns cross', () => {
    const statewide = group('statewide', a, b, c, d);
    expect(taken(statewide, group('north', a, c), group('clinic', a, d))).toEqual([
      'statewide',
      'north',
    ]);
  });
});
