import type { OrganizationParticipation } from '../../schemas/participation.ts';
import type { OrganizationTally } from '../../schemas/tally.ts';

/** What participation is told from: everything of a tally but its counts. */
export type ParticipationSource = Omit<OrganizationTally, 'counts'>;

/**
 * How many answered through an organization, as far as it may be shown: nothing but their number
 * where fewer than `minRespondents` count.
 *
 * Nor is more shown where few are set aside, or few are left: whoever sets aside a channel and a
 * day would learn from the difference how many, if any, came on it. The number itself holds those
 * set aside, so that it does not move.
 *
 * @returns undefined where there is no response
 */
export const participationOf = (
  { organization, responses, setAside = 0, channels, firstDay, lastDay }: ParticipationSource,
  minRespondents: number,
): OrganizationParticipation | undefined => {
  const all = responses + setAside;
  if (all === 0) return undefined;
  const isSmall = (part: number) => part > 0 && part < minRespondents;
  if (isSmall(responses) || isSmall(setAside)) return { organization, responses: all };
  return {
    organization,
    responses: all,
    ...(setAside > 0 && { setAside }),
    ...(responses > 0 && { channels: { ...channels } }),
    ...(firstDay && { firstDay }),
    ...(lastDay && { lastDay }),
  };
};
