import type { OrganizationPoll } from '../../../../schemas/participation.ts';

/** Whether people still need invitation codes for a poll. */
export const asksForCodes = ({ mode, state }: Pick<OrganizationPoll, 'mode' | 'state'>): boolean =>
  mode === 'invited' && state !== 'closed';
