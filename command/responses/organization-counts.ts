import type { PollShape } from '../../core/counting/poll-shape.ts';
import { LONGEST_ORGANIZATION_ID } from '../../schemas/format.ts';
import { OrganizationId } from '../../schemas/identifier.ts';
import type { OrganizationTally } from '../../schemas/tally.ts';
import { createByteMap } from './byte-map.ts';

/** One organization's counts while they grow. */
export type GrowingCounts = {
  readonly organization: string;
  responses: number;
  /** Item by item, `levels + 1` counts each: first of those who left it open, then by level. */
  readonly counts: Uint32Array;
};

export type FoundOrganization =
  | { readonly kind: 'found'; readonly growing: GrowingCounts }
  | { readonly kind: 'refused'; readonly expected: string };

/** What a release needs of an organization's tally. */
export type CountedOrganization = Pick<OrganizationTally, 'organization' | 'responses' | 'counts'>;

/** The counts of all organizations that a file of responses names. */
export type OrganizationCounts = {
  /** The organization whose id stands in these bytes. */
  readonly find: (bytes: Uint8Array, start: number, end: number) => FoundOrganization;
  readonly tallies: () => readonly CountedOrganization[];
};

/** More are taken for a wrong column. */
const MOST_ORGANIZATIONS = 5000;

/** A file of responses names more organizations than any poll has. */
export class TooManyOrganizationsError extends Error {
  override readonly name = 'TooManyOrganizationsError';
}

const refused = (expected: string): FoundOrganization => ({ kind: 'refused', expected });

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * Counts by organization. Where the organizations are known, no other is counted; elsewhere each
 * valid id is an organization.
 */
export const createOrganizationCounts = (
  { items, levels }: PollShape,
  known: readonly string[] | undefined,
): OrganizationCounts => {
  const organizations: GrowingCounts[] = [];
  const byId = createByteMap<FoundOrganization>();
  const add = (organization: string): FoundOrganization => {
    const counts = new Uint32Array(items * (levels + 1));
    const growing = { organization, responses: 0, counts };
    const found: FoundOrganization = { kind: 'found', growing };
    organizations.push(growing);
    byId.set(encoder.encode(organization), found);
    return found;
  };
  for (const organization of known ?? []) add(organization);

  const judge = (id: string): FoundOrganization => {
    const parsed = OrganizationId.safeParse(id);
    if (!parsed.success) return refused(parsed.error.issues[0]?.message ?? 'an organization id');
    if (known) return refused('an organization of the file of organizations');
    if (organizations.length === MOST_ORGANIZATIONS) {
      throw new TooManyOrganizationsError(
        `more than ${MOST_ORGANIZATIONS} organizations: is "organization" the right column?`,
      );
    }
    return add(parsed.data);
  };

  return {
    find: (bytes, start, end) => {
      const found = byId.get(bytes, start, end);
      if (found) return found;
      // One byte beyond the longest id is enough to tell that it is too long.
      const shortened = Math.min(end, start + LONGEST_ORGANIZATION_ID + 1);
      return judge(decoder.decode(bytes.subarray(start, shortened)));
    },
    tallies: () => organizations.map((growing) => tallyOf(growing, levels)),
  };
};

const tallyOf = ({ organization, responses, counts }: GrowingCounts, levels: number) => {
  const stride = levels + 1;
  return {
    organization,
    responses,
    counts: Array.from({ length: counts.length / stride }, (_, item) => [
      ...counts.subarray(item * stride + 1, (item + 1) * stride),
    ]),
  };
};
