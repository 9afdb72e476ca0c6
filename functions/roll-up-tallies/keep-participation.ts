import { haveExpired } from '../../core/counting/sealing-time.ts';
import {
  type CountOccasion,
  countParticipation,
} from '../../core/participation/count-participation.ts';
import type { ParticipationSource } from '../../core/participation/participation-of.ts';
import type { Poll } from '../../schemas/poll.ts';
import type { RollUpDeps } from './roll-up-deps.ts';

/**
 * Keeps how many answered through each organization, for those who look after it. It goes before
 * the release, so that a run that dies is followed by one that keeps it again.
 */
export const keepParticipation = (
  { participation }: Pick<RollUpDeps, 'participation'>,
  poll: Poll,
  tallies: readonly ParticipationSource[],
  occasion: CountOccasion,
): Promise<void> => participation.put(countParticipation(poll, tallies, occasion));

/** Removes it once the responses have expired. */
export const expireParticipation = async (
  { participation, now }: Pick<RollUpDeps, 'participation' | 'now'>,
  poll: Poll,
): Promise<void> => {
  if (haveExpired(poll, poll.definition, now())) await participation.remove(poll.id);
};
