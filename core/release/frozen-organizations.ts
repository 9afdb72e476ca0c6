import type { Checkpoint, CheckpointOrganization } from '../../schemas/checkpoint.ts';
import type { OrganizationTally } from '../../schemas/tally.ts';
import { byText } from './atom.ts';
import { withoutResponses } from './recount.ts';

/** An organization's counts as they stand, with what is known of it now. */
export type CountedNow = {
  readonly tally: Pick<OrganizationTally, 'organization' | 'responses' | 'counts'>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly peopleServed?: number | undefined;
};

/** The tallies of all of a poll's organizations at one time. */
export type CountedPoll = {
  readonly poll: string;
  /** The UTC day of the count. */
  readonly day: string;
  /** Every organization of the poll, those without a response included. */
  readonly organizations: readonly CountedNow[];
};

/**
 * The organizations as a checkpoint holds them: with the attributes, the people served and the
 * atom that the last release froze. One that was released and is now missing has no responses.
 */
export function frozenOrganizations(
  { organizations }: CountedPoll,
  released: Checkpoint | undefined,
): readonly CheckpointOrganization[] {
  const frozen = new Map(released?.organizations.map((one) => [one.organization, one]));
  const counted = organizations.map((now) => freeze(now, frozen.get(now.tally.organization)));
  const present = new Set(counted.map(({ organization }) => organization));
  const missing = [...frozen.values()]
    .filter(({ organization }) => !present.has(organization))
    .map((one) => ({ ...one, ...withoutResponses(one) }));
  return [...counted, ...missing].sort((a, b) => byText(a.organization, b.organization));
}

function freeze(
  { tally, attributes, peopleServed }: CountedNow,
  frozen: CheckpointOrganization | undefined,
): CheckpointOrganization {
  const { organization, responses } = tally;
  const counts = tally.counts.map((levels) => [...levels]);
  if (frozen) return { ...frozen, responses, counts };
  const known = peopleServed === undefined ? {} : { peopleServed };
  return { organization, responses, counts, attributes: { ...attributes }, grewIn: [], ...known };
}
