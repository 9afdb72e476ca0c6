import type { ParticipationSource } from '../../../core/participation/participation-of.ts';

/** What was counted of an organization through which `responses` people answered on the web. */
export const aTally = (
  responses: number,
  over: Partial<ParticipationSource> = {},
): ParticipationSource => ({
  organization: 'harbor',
  responses,
  channels: responses > 0 ? { web: responses } : {},
  ...(responses > 0 && { firstDay: '2027-02-01', lastDay: '2027-02-09' }),
  ...over,
});
