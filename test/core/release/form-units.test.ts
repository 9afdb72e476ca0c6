import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formUnits } from '../../../core/release/form-units.ts';
import type { CheckpointOrganization } from '../../../schemas/checkpoint.ts';
import { organizationOf, tallyOf } from './release-factories.ts';

const organization = (id: string, ...answers: readonly number[]): CheckpointOrganization =>
  organizationOf(
    tallyOf(
      id,
      answers.map((count) => [0, count]),
    ),
    {},
    100,
  );
const unitsOf = (...organizations: readonly CheckpointOrganization[]) =>
  formUnits(organizations, 11).map(({ members }) =>
    members.map((member) => member.organization).join(' '),
  );

describe('the units of an atom', () => {
  it('are its organizations, where each has no answers or at least k to every item', () => {
    expect(unitsOf(organization('b', 11, 0), organization('a', 20, 30))).toEqual(['a', 'b']);
  });

  it('hold all others together', () => {
    const few = [organization('b', 3, 20), organization('c', 9, 9)];
    expect(unitsOf(organization('a', 20, 20), ...few)).toEqual(['a', 'b c']);
  });

  it('join the smallest one where the others together still have a few answers to an item', () => {
    const few = [organization('c', 3, 3), organization('d', 3, 3)];
    expect(unitsOf(organization('a', 30, 30), organization('b', 20, 20), ...few)).toEqual([
      'a',
      'b c d',
    ]);
  });

  it('join another one where that is not enough', () => {
    const few = organization('c', 0, 5);
    expect(unitsOf(organization('a', 30, 30), organization('b', 20, 0), few)).toEqual(['a b c']);
  });

  it('leave out organizations without a response', () => {
    expect(unitsOf(organization('a', 20), organization('b', 0))).toEqual(['a']);
    expect(unitsOf()).toEqual([]);
  });

  it('add up counts, organizations and people served', () => {
    const [unit] = formUnits([organization('a', 5), organization('b', 6)], 11);
    expect(unit).toMatchObject({ id: 'a', organizations: 2, peopleServed: 200, counts: [[0, 11]] });
  });

  it('serve an unknown number of people where one of them does', () => {
    const unknown = organizationOf(tallyOf('b', [[6, 0]]));
    expect(formUnits([organization('a', 5), unknown], 11)[0]?.peopleServed).toBeNull();
  });

  it('have no item with 1 to k - 1 answers, unless all of the atom together have', () => {
    const answers = fc.array(fc.tuple(fc.nat({ max: 25 }), fc.nat({ max: 25 })), { maxLength: 8 });
    const few = (counts: readonly (readonly number[])[]) =>
      counts.some((levels) => {
        const total = levels.reduce((a, b) => a + b, 0);
        return total > 0 && total < 11;
      });
    fc.assert(
      fc.property(answers, (all) => {
        const organizations = all.map((counts, index) => organization(`o${index}`, ...counts));
        const units = formUnits(organizations, 11);
        expect(units.length <= 1 || units.every(({ counts }) => !few(counts))).toBe(true);
        const counted = organizations.filter(({ responses }) => responses > 0);
        expect(units.flatMap(({ members }) => members)).toHaveLength(counted.length);
      }),
    );
  });
});
