import type { Checkpoint } from '../../schemas/checkpoint.ts';
import type { PollDefinition, Voice } from '../../schemas/poll.ts';
import type { ReleaseKind } from '../../schemas/release.ts';
import { type Atom, atomsOf } from './atom.ts';
import { type FormedUnit, formUnits } from './form-units.ts';
import { groupsWithErrors } from './groups-with-errors.ts';
import { rememberOpenings } from './openings.ts';
import { partsOfAtom } from './parts-of-atom.ts';
import { type GroupPlan, groupPlanner } from './plan-group.ts';
import type { Publication } from './publication.ts';
import { type PublishedGroup, publishedGroups } from './published-groups.ts';
import { type ReleaseRules, releaseRules } from './release-rules.ts';

/** A breakdown by one attribute, or why there is none. */
export type BreakdownPlan =
  | { readonly kind: 'shown'; readonly attribute: string; readonly groups: readonly GroupPlan[] }
  | {
      readonly kind: 'withheld';
      readonly attribute: string;
      readonly reason: 'fewer-than-two-groups';
    };

/** Everything that a release publishes, and over which units. */
export type ReleasePlan = {
  readonly kind: ReleaseKind;
  readonly statewide: GroupPlan;
  /** One a published attribute, in the definition's order; none in an interim release. */
  readonly breakdowns: readonly BreakdownPlan[];
};

/**
 * Plans what is published of a released checkpoint: the units, the voices, and what is withheld
 * with the reason; statewide, and in a final release by each published attribute.
 *
 * @param rules the definition's own unless given
 */
export function planRelease(
  definition: Pick<
    PollDefinition,
    'categories' | 'minRespondents' | 'minOrganizations' | 'publishedAttributes'
  >,
  checkpoint: Checkpoint,
  rules: ReleaseRules = releaseRules(definition),
): ReleasePlan {
  const kind = checkpoint.kind === 'final' ? 'final' : 'interim';
  const atoms = atomsOf(checkpoint.organizations, rules);
  const units = new Map(
    atoms.map((atom) => [atom, formUnits(atom.organizations, rules.minUnitAnswers)]),
  );
  const statewide: PublishedGroup = { attribute: null, value: null, atoms };
  const attributes = kind === 'final' ? rules.attributes : [];
  const partitions = attributes.map((attribute) => publishedGroups(atoms, attribute, rules));
  const candidates = [statewide, ...partitions.filter((parts) => parts.length > 1).flat()];
  const unitsIn = (atom: Atom) => units.get(atom)?.length ?? 0;
  const publication: Publication = {
    kind,
    items: definition.categories.flatMap((category) => category.items.map(({ id }) => id)),
    checkpoint,
    rules,
    units,
    parts: new Map([...units].map(([atom, own]) => [atom, partsOfAtom(own)])),
    openings: rememberOpenings(units),
    statewide,
    withErrors: groupsWithErrors(candidates, unitsIn, rules.minUnits),
    voices: voicesOf(kind, [...units.values()].flat()),
  };
  const plan = groupPlanner(publication);
  return {
    kind,
    statewide: plan(statewide),
    breakdowns: attributes.map((attribute, index) =>
      planBreakdown(attribute, (partitions[index] ?? []).map(plan)),
    ),
  };
}

function voicesOf(kind: ReleaseKind, units: readonly FormedUnit[]): readonly Voice[] {
  if (kind === 'interim') return ['respondent'];
  return units.every(({ peopleServed }) => peopleServed !== null)
    ? ['respondent', 'organization', 'population']
    : ['respondent', 'organization'];
}

const planBreakdown = (attribute: string, groups: readonly GroupPlan[]): BreakdownPlan =>
  groups.length > 1
    ? { kind: 'shown', attribute, groups }
    : { kind: 'withheld', attribute, reason: 'fewer-than-two-groups' };
