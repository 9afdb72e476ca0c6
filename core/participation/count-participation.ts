import type { ParticipationCount } from '../../schemas/participation.ts';
import type { Poll } from '../../schemas/poll.ts';
import { type ParticipationSource, participationOf } from './participation-of.ts';

/** When tallies were read, and whether they were sealed. */
export type CountOccasion = { readonly countedAt: Date; readonly final: boolean };

/** A poll's participation from its tallies, cut down to what may be shown. */
export const countParticipation = (
  { id, definition }: Pick<Poll, 'id' | 'definition'>,
  tallies: readonly ParticipationSource[],
  { countedAt, final }: CountOccasion,
): ParticipationCount => ({
  version: 1,
  poll: id,
  countedAt: countedAt.toISOString(),
  final,
  organizations: tallies.flatMap(
    (tally) => participationOf(tally, definition.minRespondents) ?? [],
  ),
});
