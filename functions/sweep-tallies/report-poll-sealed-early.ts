import { sealDueAt } from '../../core/counting/sealing-time.ts';
import type { Poll } from '../../schemas/poll.ts';
import type { SweepDeps } from './sweep-deps.ts';

/**
 * Reports a poll that has its seal although it is not due, as by a clock that ran ahead: its
 * tallies stand still while people go on answering.
 */
export const reportPollSealedEarly = async (
  { seals, now, graceSeconds, logger, count }: SweepDeps,
  poll: Poll,
): Promise<void> => {
  const due = sealDueAt(poll, graceSeconds);
  if ((due && now() >= due) || !(await seals.get(poll.id))) return;
  logger.error('check.sealed-early', { poll: poll.id });
  count('BucketsSealedEarly', 1);
};
