import type { Poll } from '../../schemas/poll.ts';

const SECOND_MS = 1000;
const HOUR_MS = 60 * 60 * SECOND_MS;
const DAY_MS = 24 * HOUR_MS;

/** A count that begins so long before the first expiry is done by then, whatever the clocks say. */
const BEFORE_EXPIRY_MS = HOUR_MS;

/** For so long after the first expiry alarms tell of a poll that can no longer be counted. */
const TOLD_DAYS = 7;

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

/** `retentionDays` after an instant at which a poll closes. */
export const expiryOf = (
  closesAt: string,
  { retentionDays }: { readonly retentionDays: number },
): Date => new Date(Date.parse(closesAt) + retentionDays * DAY_MS);

/**
 * When what is written of a poll now expires, be it a response or a tally: `retentionDays` after
 * it closes, but never before what was written while it was to close later. Undefined for a poll
 * without an end.
 */
export const lastExpiryOf = (
  { closesAt, earliestExpiry }: Pick<Poll, 'closesAt' | 'earliestExpiry'>,
  definition: { readonly retentionDays: number },
): Date | undefined => {
  if (!closesAt) return undefined;
  const expiry = expiryOf(closesAt, definition).getTime();
  return new Date(Math.max(expiry, earliestExpiry ? Date.parse(earliestExpiry) : expiry));
};

/** In milliseconds since 1970; never for a draft, of which nothing was written. */
const firstExpiry = ({ earliestExpiry }: Pick<Poll, 'earliestExpiry'>): number =>
  earliestExpiry === undefined ? Number.POSITIVE_INFINITY : Date.parse(earliestExpiry);

/**
 * Whether some of what was written of a poll may have expired, be it responses or tallies: what
 * is counted from now on may be less than what was accepted.
 */
export const mayHaveExpired = (poll: Pick<Poll, 'earliestExpiry'>, now: Date): boolean =>
  now.getTime() >= firstExpiry(poll) - BEFORE_EXPIRY_MS;

/**
 * Whether a poll that was not counted for the last time before it began to expire has been told
 * of for a week. Nothing can mend it, so it must not hide what comes after it.
 */
export const isGivenUp = (poll: Pick<Poll, 'earliestExpiry'>, now: Date): boolean =>
  now.getTime() >= firstExpiry(poll) + TOLD_DAYS * DAY_MS;

/** Whether all that was written of a poll has expired. */
export const haveExpired = (
  poll: Pick<Poll, 'closesAt' | 'earliestExpiry'>,
  definition: { readonly retentionDays: number },
  now: Date,
): boolean => {
  const expiry = lastExpiryOf(poll, definition);
  return expiry !== undefined && now >= expiry;
};
