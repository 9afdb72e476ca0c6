import { type Atom, atomsOf } from '../../core/release/atom.ts';
import { formUnits } from '../../core/release/form-units.ts';
import type { GroupPlan } from '../../core/release/plan-group.ts';
import type { ReleasePlan } from '../../core/release/plan-release.ts';
import { publishedGroups } from '../../core/release/published-groups.ts';
import type { ReleaseRules } from '../../core/release/release-rules.ts';
import type { Checkpoint, CheckpointOrganization } from '../../schemas/checkpoint.ts';
import type { Voice } from '../../schemas/poll.ts';
import { leastCommonMultiple } from './whole-numbers.ts';

/** Of which roll-up an organization's counts of an item are; null where it has none yet. */
export type RunOf = (organization: CheckpointOrganization, item: number) => number | null;

/**
 * One published sum of answers: at which roll-up each organization's were counted, and with what
 * weight each of them stands in it. `item` is the number of items where responses are counted.
 */
export type PublishedFact = {
  readonly item: number;
  readonly voice: Voice;
  /** The snapshot's place, from 0. */
  readonly snapshot: number;
  /** The group's attribute and value; empty for statewide. */
  readonly group: string;
  readonly parts: ReadonlyMap<string, { readonly run: number; readonly weight: bigint }>;
};

/** A snapshot: what was planned of which checkpoint, by which rules. */
export type PublishedSnapshot = {
  readonly number: number;
  readonly plan: ReleasePlan;
  readonly checkpoint: Checkpoint;
};

/** The plan's groups in terms of organizations: the attacker knows the attributes. */
function groupAtoms(
  checkpoint: Checkpoint,
  rules: ReleaseRules,
  group: GroupPlan,
): readonly Atom[] {
  const atoms = atomsOf(checkpoint.organizations, rules);
  if (group.attribute === null) return atoms;
  const groups = publishedGroups(atoms, group.attribute, rules);
  return groups.find(({ value }) => value === group.value)?.atoms ?? [];
}

/** All groups of a plan, statewide first. */
export const groupsOf = (plan: ReleasePlan): readonly GroupPlan[] => [
  plan.statewide,
  ...plan.breakdowns.flatMap((breakdown) => (breakdown.kind === 'shown' ? breakdown.groups : [])),
];

/** The indexes of the items that a group shows in a voice. */
export const shownItems = (group: GroupPlan, voice: Voice, items: number): readonly number[] =>
  group.voices.includes(voice)
    ? Array.from({ length: items }, (_, item) => item).filter(
        (item) => !group.withheld[voice]?.has(`item-${item}`),
      )
    : [];

/** Everything linear that a snapshot says: its sums of answers and, of other voices, of means. */
export function publishedFacts(
  { number, plan, checkpoint }: PublishedSnapshot,
  rules: ReleaseRules,
  items: number,
  runOf: RunOf,
): readonly PublishedFact[] {
  return groupsOf(plan).flatMap((group) => {
    const atoms = groupAtoms(checkpoint, rules, group);
    const organizations = atoms.flatMap((atom) => atom.organizations);
    const at = { snapshot: number, group: `${group.attribute ?? ''}=${group.value ?? ''}` };
    const sums = [...shownItems(group, 'respondent', items), items].map((item) => ({
      ...at,
      item,
      voice: 'respondent' as const,
      parts: partsOf(organizations, item, runOf, () => 1n),
    }));
    const means = (['organization', 'population'] as const).flatMap((voice) =>
      shownItems(group, voice, items).map((item) => ({
        ...at,
        item,
        voice,
        parts: partsOf(organizations, item, runOf, weightsIn(atoms, item, voice, rules)),
      })),
    );
    return [...sums, ...means];
  });
}

function partsOf(
  organizations: readonly CheckpointOrganization[],
  item: number,
  runOf: RunOf,
  weightOf: (organization: string) => bigint,
): PublishedFact['parts'] {
  return new Map(
    organizations.flatMap((one) => {
      const run = runOf(one, item);
      const weight = weightOf(one.organization);
      return run === null || weight === 0n ? [] : [[one.organization, { run, weight }] as const];
    }),
  );
}

/** Each organization's weight per answer, made whole by a multiple of all units' answers. */
function weightsIn(
  atoms: readonly Atom[],
  item: number,
  voice: 'organization' | 'population',
  rules: ReleaseRules,
): (organization: string) => bigint {
  const units = atoms
    .flatMap((atom) => formUnits(atom.organizations, rules.minUnitAnswers))
    .map((unit) => ({
      unit,
      answers: BigInt((unit.counts[item] ?? []).reduce((sum, one) => sum + one, 0)),
    }))
    .filter(({ answers }) => answers > 0n);
  const multiple = units.reduce(
    (product, { answers }) => leastCommonMultiple(product, answers),
    1n,
  );
  const weights = new Map(
    units.flatMap(({ unit, answers }) => {
      const weight = voice === 'organization' ? unit.organizations : (unit.peopleServed ?? 0);
      return unit.members.map(
        ({ organization }) => [organization, (BigInt(weight) * multiple) / answers] as const,
      );
    }),
  );
  return (organization) => weights.get(organization) ?? 0n;
}
