import { describe, expect, it } from 'vitest';
import { partition } from '../../../core/release/partition.ts';
import type { CheckpointOrganization } from '../../../schemas/checkpoint.ts';
import { defaultRules, organizationOf, tallyOf } from './release-factories.ts';

const rules = defaultRules(['region']);
const of = (id: string, region?: string, atom?: string): CheckpointOrganization => ({
  ...organizationOf(tallyOf(id, [[1]]), region === undefined ? {} : { region }),
  ...(atom === undefined ? {} : { atom }),
});
const atomsOf = (organizations: readonly CheckpointOrganization[]) =>
  Object.fromEntries(
    partition(organizations, rules).map(({ id, organizations: members }) => [
      id,
      members.map(({ organization }) => organization).join(' '),
    ]),
  );

describe('the partition of a poll', () => {
  it('puts organizations together that share all published values', () => {
    const all = ['a', 'b', 'c'].map((id) => of(id, 'north'));
    const others = ['d', 'e', 'f'].map((id) => of(id, 'south'));
    expect(atomsOf([...all, ...others])).toEqual({ a: 'a b c', d: 'd e f' });
  });

  it('is one atom where no attribute is published', () => {
    expect(
      partition(
        ['a', 'b'].map((id) => of(id, id)),
        defaultRules(),
      ),
    ).toHaveLength(1);
  });

  it('merges at once what has too few organizations ever to pass', () => {
    const all = ['a', 'b', 'c'].map((id) => of(id, 'north'));
    expect(atomsOf([...all, of('d', 'south'), of('e')])).toEqual({ a: 'a b c d e' });
  });

  it('keeps the atoms of the release before, whatever the attributes say now', () => {
    const all = [
      ...['a', 'b', 'c'].map((id) => of(id, 'north', 'a')),
      ...['d', 'e', 'f'].map((id) => of(id, 'north', 'd')),
    ];
    expect(atomsOf(all)).toEqual({ a: 'a b c', d: 'd e f' });
  });

  it('lets a new organization join the atom that shares its values', () => {
    const all = ['a', 'b', 'c'].map((id) => of(id, 'north', 'a'));
    const others = ['d', 'e', 'f'].map((id) => of(id, 'south', 'd'));
    expect(atomsOf([...all, ...others, of('g', 'south')])).toEqual({ a: 'a b c', d: 'd e f g' });
  });

  it('never takes an atom of the release before apart', () => {
    const all = ['a', 'b', 'c'].map((id) => of(id, id === 'a' ? 'north' : 'south', 'a'));
    const others = ['d', 'e', 'f'].map((id) => of(id, 'north'));
    expect(atomsOf([...all, ...others])).toEqual({ a: 'a b c', d: 'd e f' });
  });
});
