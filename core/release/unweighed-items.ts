import type { Checkpoint } from '../../schemas/checkpoint.ts';
import type { CountedOrganization } from './answers-of.ts';
import { type Atom, atomsOf } from './atom.ts';
import { changeOf } from './change-of.ts';
import { type FormedUnit, formUnits } from './form-units.ts';
import { byOrganization } from './recount.ts';
import type { ReleaseRules } from './release-rules.ts';
import { sum } from './sum.ts';
import { testVoiceDifferences } from './test-voice-differences.ts';

/**
 * The indexes of the items that a later final release must not show in the organizations' and
 * the population's voices. Units that did not change cancel between two finals, so the
 * difference rests on those that did: there must be none, or as many as any error needs, each
 * with enough new answers, and they must pass the tests of these voices among themselves.
 *
 * @param released what is out
 * @param atoms the atoms with the counts that are to follow
 */
export function unweighedItems(
  released: Checkpoint | undefined,
  atoms: readonly Atom[],
  items: number,
  rules: ReleaseRules,
): number[] {
  if (released?.kind !== 'final') return [];
  const before = unitsByAtom(atomsOf(released.organizations, rules), rules).flat();
  if (before.length < rules.minUnits) return [];
  const after = unitsByAtom(atoms, rules);
  const out = byOrganization(released.organizations);
  return Array.from({ length: items }, (_, item) => item).filter((item) => {
    const known = new Set(before.map((unit) => identity(unit, item)));
    const changed = after.map((units) =>
      units.filter((unit) => answersIn(unit, item) > 0 && !known.has(identity(unit, item))),
    );
    const isNew = (unit: FormedUnit) => freshAnswers(unit, out, item) >= rules.minUnitAnswers;
    return !(changed.flat().every(isNew) && mayChange(changed, item, rules));
  });
}

function mayChange(
  changed: readonly (readonly FormedUnit[])[],
  item: number,
  { minUnits, voice: thresholds }: ReleaseRules,
): boolean {
  const units = changed.flat();
  if (units.length === 0) return true;
  if (units.length < minUnits) return false;
  const served = units.every(({ peopleServed }) => peopleServed !== null);
  const voices = served ? (['organization', 'population'] as const) : (['organization'] as const);
  return voices.every(
    (voice) =>
      testVoiceDifferences(
        changed.map((units) => [units]),
        item,
        voice,
        thresholds,
      ) === null,
  );
}

const freshAnswers = (
  { members }: FormedUnit,
  before: ReadonlyMap<string, CountedOrganization>,
  item: number,
): number => sum(members.map((one) => changeOf(before.get(one.organization), one, item).fresh));

const unitsByAtom = (
  atoms: readonly Atom[],
  { minUnitAnswers }: ReleaseRules,
): readonly (readonly FormedUnit[])[] =>
  atoms.map(({ organizations }) => formUnits(organizations, minUnitAnswers));

const identity = (unit: FormedUnit, item: number): string =>
  JSON.stringify([unit.members.map(({ organization }) => organization), unit.counts[item]]);

const answersIn = ({ counts }: FormedUnit, item: number): number => sum(counts[item] ?? []);
