import type { OrganizationPoll } from '../../../../schemas/participation.ts';

/** Whether answers on paper can be handed in for a poll: while it is open, or as long as it says. */
export const takesPaper = (
  { state, importsCloseAt }: Pick<OrganizationPoll, 'state' | 'importsCloseAt'>,
  now: Date,
): boolean =>
  state === 'open' ||
  (state === 'closed' && importsCloseAt !== undefined && Date.parse(importsCloseAt) > +now);
