import { haveExpired } from '../../core/counting/sealing-time.ts';
import type { Poll } from '../../schemas/poll.ts';
import type { RollUpDeps } from './roll-up-deps.ts';

/** Longer than any run takes: what one has just put is not deleted by another. */
const LONGEST_RUN_MS = 60 * 60 * 1000;

/**
 * Deletes the checkpoints that no release needs any more, and all of them once the responses
 * have expired: two checkpoints of neighbouring hours differ by single people's answers.
 */
export const pruneCheckpoints = async (
  { now, releases, checkpoints }: Pick<RollUpDeps, 'now' | 'releases' | 'checkpoints'>,
  poll: Poll,
): Promise<void> => {
  const { id, definition } = poll;
  const { released, candidate } = await releases.get(id);
  const expired = haveExpired(poll, definition, now());
  const needed = [released, candidate].filter((key) => key !== undefined);
  const before = new Date(now().getTime() - LONGEST_RUN_MS);
  await checkpoints.prune(id, expired ? [] : needed, before);
};
