import type { OrganizationParticipation } from '../../schemas/participation.ts';
import type { OrganizationTally } from '../../schemas/tally.ts';

/** What participation is told from: everything of a tally but its counts. */
export type ParticipationSource = Omit<OrganizationTally, 'counts'>;

/**
 * How many answered through an organization, as far as it may be shown: nothing but their number
 * where fewer than `minRespondents` did.
 *
 * Nor is more shown while any list of exclusions is in force, whatever falls under it: whoever
 * replaces one list by another would learn from the difference how many, if any, came by a
 * channel on a day. The number itself holds those set aside, so that it does not move.
 *
 * @returns undefined where there is no response
 */
export const participationOf = (
  { organization, responses, setAside, channels, firstDay, lastDay }: ParticipationSource,
  minRespondents: number,
): OrganizationParticipation | undefined => {
  const all = responses + (setAside ?? 0);
  if (all === 0) return undefined;
  if (setAside !== undefined) return { organization, responses: all, hasExclusions: true };
  if (all < minRespondents) return { organization, responses: all };
  return {
    organization,
    responses: all,
    channels: { ...channels },
    ...(firstDay && { firstDay }),
    ...(lastDay && { lastDay }),
  };
};
