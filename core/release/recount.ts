import type { CheckpointOrganization } from '../../schemas/checkpoint.ts';
import { type Atom, byText } from './atom.ts';

type Counts = Pick<CheckpointOrganization, 'responses' | 'counts'>;

/**
 * The organizations of some atoms with counts from elsewhere, each with its atom, sorted by id.
 *
 * @param countsOf where an organization's counts come from; none where it has no responses there
 */
export const recount = (
  atoms: readonly Atom[],
  countsOf: (organization: CheckpointOrganization, atom: Atom) => Counts | undefined,
): CheckpointOrganization[] =>
  atoms
    .flatMap((atom) =>
      atom.organizations.map((one) => {
        const { responses, counts } = countsOf(one, atom) ?? withoutResponses(one);
        return { ...one, responses, counts, atom: atom.id };
      }),
    )
    .sort((a, b) => byText(a.organization, b.organization));

/** The counts of an organization that has no responses. */
export const withoutResponses = ({ counts }: CheckpointOrganization): Counts => ({
  responses: 0,
  counts: counts.map((levels) => levels.map(() => 0)),
});

/** Some organizations' counts by their ids. */
export const byOrganization = <Counted extends { readonly organization: string }>(
  organizations: readonly Counted[],
): ReadonlyMap<string, Counted> => new Map(organizations.map((one) => [one.organization, one]));

/** Those of an atom's organizations that have counts in a map. */
export const pick = <Counted>(
  organizations: readonly CheckpointOrganization[],
  counted: ReadonlyMap<string, Counted>,
): readonly Counted[] =>
  organizations.flatMap(({ organization }) => counted.get(organization) ?? []);
