import type { OrganizationTally } from '../../schemas/tally.ts';
import { sum } from './sum.ts';

/** What the rules look at of an organization's tally. */
export type CountedOrganization = Pick<OrganizationTally, 'organization' | 'responses' | 'counts'>;

/** How many of an organization's responses answered an item. */
export const answersOf = (tally: Pick<CountedOrganization, 'counts'>, item: number): number =>
  sum(tally.counts[item] ?? []);
