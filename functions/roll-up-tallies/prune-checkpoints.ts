import { haveExpired } from '../../core/counting/sealing-time.ts';
import type { Poll } from '../../schemas/poll.ts';
import type { RollUpDeps } from './roll-up-deps.ts';

/** Longer than any run takes: what one has just put is not deleted by another. */
const LONGEST_RUN_MS = 60 * 60 * 1000;

/**
 * Deletes the checkpoints that no release needs any more, and all of them, and the salt of their
 * names, once the responses have expired: two checkpoints of neighbouring hours differ by single
 * people's answers.
 */
export const pruneCheckpoints = async (
  { now, releases, checkpoints }: Pick<RollUpDeps, 'now' | 'releases' | 'checkpoints'>,
  poll: Poll,
): Promise<void> => {
  const { id, definition } = poll;
  const before = new Date(now().getTime() - LONGEST_RUN_MS);
  if (haveExpired(poll, definition, now())) return checkpoints.expire(id, before);
  const { released, candidate } = await releases.get(id);
  const needed = [released, candidate].filter((key) => key !== undefined);
  await checkpoints.prune(id, needed, before);
};
