import { describe, expect, it } from 'vitest';
import { type FormedUnit, formUnits } from '../../../core/release/form-units.ts';
import { openingsOf } from '../../../core/release/openings.ts';
import { type Feasibility, testFeasibility } from '../../../core/release/test-feasibility.ts';
import { organizationOf, tallyOf } from './release-factories.ts';

const needed = (less: Partial<Feasibility> = {}): Feasibility => ({
  bitsOfMetric: 8,
  margin: 10,
  bitsOfSet: 0,
  ...less,
});

/** The test of the one item of some atoms. */
const testOf = (atoms: readonly (readonly FormedUnit[])[], less: Feasibility) => {
  const units = atoms.flat();
  const counts = (units[0]?.counts[0] ?? []).map((_, level) =>
    units.reduce((sum, unit) => sum + (unit.counts[0]?.[level] ?? 0), 0),
  );
  return testFeasibility(
    atoms.map((atom) => openingsOf(atom, 0, counts)),
    less,
  );
};

/** One atom of units with the given counts of one item, level by level. */
const atomOf = (...counts: readonly (readonly number[])[]) =>
  formUnits(
    counts.map((levels, index) => organizationOf(tallyOf(`o${10 + index}`, [levels]))),
    11,
  );

/** So many units of three levels; those who disagree and who are neutral unit by unit. */
const spread = (
  count: number,
  disagree: (index: number) => number,
  neutral: (index: number) => number,
) =>
  atomOf(
    ...Array.from({ length: count }, (_, index) => [
      disagree(index),
      neutral(index),
      30 + (index % 7) - disagree(index) - neutral(index),
    ]),
  );

const widely = (index: number): number => (index * 7) % 12;
const alsoWidely = (index: number): number => (index * 5) % 11;

describe('the test of what figures leave open', () => {
  it('passes where answers are spread widely over many units', () => {
    expect(testOf([spread(20, widely, alsoWidely)], needed())).toBeNull();
  });

  it('passes where all answer alike: the counts alone say so', () => {
    const alike = spread(
      12,
      () => 0,
      () => 0,
    );
    expect(testOf([alike], needed({ bitsOfSet: 20 }))).toBeNull();
  });

  it('refuses where one person is of another mind', () => {
    const one = spread(
      20,
      (index) => (index === 4 ? 1 : 0),
      () => 0,
    );
    expect(testOf([one], needed())).toBe('could-be-worked-out');
  });

  it('refuses where every unit is of one mind as much as every other', () => {
    const even = atomOf(...Array.from({ length: 12 }, () => [10, 0, 10]));
    expect(testOf([even], needed())).toBe('could-be-worked-out');
  });

  it('asks for more where figures say more', () => {
    const units = spread(15, widely, alsoWidely);
    expect(testOf([units], needed())).toBeNull();
    expect(testOf([units], needed({ bitsOfMetric: 60 }))).toBe('could-be-worked-out');
  });

  it('refuses, of other voices, where few disagree though many do not agree', () => {
    const few = spread(
      24,
      (index) => (index < 3 ? 1 : 0),
      (index) => 4 + widely(index),
    );
    expect(testOf([few], needed())).toBeNull();
    expect(testOf([few], needed({ bitsOfSet: 20 }))).toBe('could-be-worked-out');
  });

  it('counts what is open atom by atom: the counts of each may be known', () => {
    const units = spread(12, widely, () => 0);
    const apart = [0, 3, 6, 9].map((first) => units.slice(first, first + 3));
    expect(testOf([units], needed())).toBeNull();
    expect(testOf(apart, needed({ bitsOfMetric: 20 }))).toBe('could-be-worked-out');
    expect(testOf([units], needed({ bitsOfMetric: 20 }))).toBeNull();
  });

  it('asks nothing where the rules ask nothing', () => {
    const one = spread(
      4,
      (index) => (index === 0 ? 1 : 0),
      () => 0,
    );
    const nothing = needed({ bitsOfMetric: 0, margin: 0 });
    expect(testOf([one], nothing)).toBeNull();
  });
});
