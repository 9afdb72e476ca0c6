/** How far back arrivals are looked at, and for how long new responses then have to wait. */
export const SLOWING_WINDOW_SECONDS = 600;

/** What a meeting of 200 people who answer at once may send, and half as much again. */
const LEAST_BOUND = 300;

/** Assumed where nobody said how many responses an organization expects. */
const UNKNOWN_EXPECTED = 500;

const SHARE_OF_EXPECTED = 1 / 2;
const SECOND_MS = 1000;

/**
 * How many new responses, not on paper, an organization may have within the window before its
 * new ones have to wait: half of all that it expects, and never less than 300.
 */
export const mostArrivals = (expectedResponses: number = UNKNOWN_EXPECTED): number =>
  Math.max(LEAST_BOUND, Math.ceil(expectedResponses * SHARE_OF_EXPECTED));

/** Whether more responses may come in at once than before, so that none need wait any more. */
export const raisesBound = (before: number | undefined, after: number | undefined): boolean =>
  mostArrivals(after) > mostArrivals(before);

/** Whole seconds that a new response has to wait; 0 where it need not. */
export const secondsToWait = (slowUntil: string | undefined, now: Date): number =>
  slowUntil === undefined
    ? 0
    : Math.max(0, Math.ceil((Date.parse(slowUntil) - now.getTime()) / SECOND_MS));
