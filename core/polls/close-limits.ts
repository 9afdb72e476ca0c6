import type { Poll, PollDefinition } from '../../schemas/poll.ts';
import { expiryOf, sealDueAt } from '../counting/sealing-time.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long before the first expiry everything must be counted: what recovery reaches back. */
const DAYS_BEFORE_EXPIRY = 7;

type Closing = Pick<Poll, 'closesAt' | 'importsCloseAt'>;

/** When the first response to a poll that closes so may expire. */
export const earliestExpiryOf = (closesAt: string, definition: PollDefinition): string =>
  expiryOf(closesAt, definition).toISOString();

/** Whether everything is counted at least 7 days before the first response may expire. */
export const countsBeforeExpiry = (
  closing: Closing,
  earliestExpiry: string,
  graceSeconds: number,
): boolean => {
  const due = sealDueAt({ opened: true, ...closing }, graceSeconds);
  if (!due) return true;
  return due.getTime() + DAYS_BEFORE_EXPIRY * DAY_MS < Date.parse(earliestExpiry);
};
