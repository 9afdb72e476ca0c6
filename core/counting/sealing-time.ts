import type { Poll } from '../../schemas/poll.ts';

const SECOND_MS = 1000;
const DAY_MS = 24 * 60 * 60 * SECOND_MS;

type Times = Pick<Poll, 'opened' | 'closesAt' | 'importsCloseAt'>;

/**
 * From when on a poll's tallies may be sealed: `graceSeconds` after the last moment at which a
 * response could begin to come in, be it from a respondent or from a paper batch. Undefined for
 * a poll that was never opened or has no end.
 */
export const sealDueAt = (poll: Times, graceSeconds: number): Date | undefined => {
  if (!poll.opened || !poll.closesAt) return undefined;
  const closes = Date.parse(poll.closesAt);
  const importsClose = poll.importsCloseAt ? Date.parse(poll.importsCloseAt) : closes;
  return new Date(Math.max(closes, importsClose) + graceSeconds * SECOND_MS);
};

/** When what was stored for a poll expires: `retentionDays` after it closes. */
export const expiryOf = (
  closesAt: string,
  { retentionDays }: { readonly retentionDays: number },
): Date => new Date(Date.parse(closesAt) + retentionDays * DAY_MS);
