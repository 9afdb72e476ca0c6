import { mayHaveExpired } from '../../core/counting/sealing-time.ts';
import type { Poll } from '../../schemas/poll.ts';
import type { SweepDeps } from './sweep-deps.ts';

/**
 * Whether a poll must be passed over, which is told: its responses may have expired, and a count
 * of what is left would be taken for all there was.
 */
export const isPastCounting = (
  { now, logger }: Pick<SweepDeps, 'now' | 'logger'>,
  poll: Poll,
): boolean => {
  if (!mayHaveExpired(poll, now())) return false;
  logger.info('recount.expired', { poll: poll.id });
  return true;
};
