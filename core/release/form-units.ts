import type { CheckpointOrganization } from '../../schemas/checkpoint.ts';
import type { Unit } from '../ranking/ranking-input.ts';
import { answersOf } from './answers-of.ts';
import { byText } from './atom.ts';
import { sum } from './sum.ts';

/** A unit with the organizations that it holds, sorted by id. */
export type FormedUnit = Unit & { readonly members: readonly CheckpointOrganization[] };

/**
 * The units of one atom: each organization that has no answers or enough to every item, and all
 * the others together. Where these still have an item with a few answers, they join the smallest
 * unit (by responses, ties by id), and so on while there is one to join. An organization without
 * a response is in none.
 *
 * @param minAnswers the least answers, if any, of a unit to an item
 */
export function formUnits(
  organizations: readonly CheckpointOrganization[],
  minAnswers: number,
): readonly FormedUnit[] {
  const counted = organizations.filter(({ responses }) => responses > 0);
  const few = new Set(counted.filter((one) => hasFewAnswers([one], minAnswers)));
  const together = [...few];
  const alone = counted.filter((one) => !few.has(one)).sort(bySize);
  while (alone.length > 0 && hasFewAnswers(together, minAnswers)) {
    together.push(...alone.splice(0, 1));
  }
  const parts = [...alone.map((one) => [one]), ...(together.length > 0 ? [together] : [])];
  return parts.map(unitOf).sort((a, b) => byText(a.id, b.id));
}

/** Whether some organizations together have an item with answers, but fewer than the least. */
export function hasFewAnswers(
  organizations: readonly CheckpointOrganization[],
  minAnswers: number,
): boolean {
  const items = organizations[0]?.counts.length ?? 0;
  return Array.from({ length: items }, (_, item) =>
    sum(organizations.map((one) => answersOf(one, item))),
  ).some((answers) => answers > 0 && answers < minAnswers);
}

const bySize = (a: CheckpointOrganization, b: CheckpointOrganization): number =>
  a.responses - b.responses || byText(a.organization, b.organization);

function unitOf(organizations: readonly CheckpointOrganization[]): FormedUnit {
  const members = organizations.toSorted((a, b) => byText(a.organization, b.organization));
  const served = members.map(({ peopleServed }) => peopleServed);
  const known = served.filter((people) => people !== undefined);
  return {
    id: members[0]?.organization ?? '',
    organizations: members.length,
    peopleServed: known.length === served.length ? sum(known) : null,
    counts: members.length > 1 ? addCounts(members) : (members[0]?.counts ?? []),
    members,
  };
}

const addCounts = (members: readonly CheckpointOrganization[]): readonly (readonly number[])[] =>
  (members[0]?.counts ?? []).map((levels, item) =>
    levels.map((_, level) => sum(members.map(({ counts }) => counts[item]?.[level] ?? 0))),
  );
