const SHORTEST_MS = 25;
const LONGEST_MS = 2000;

/**
 * How long to wait, in milliseconds, after so many lost races in a row: anything up to a bound
 * that doubles each time ("full jitter", Brooker, AWS Architecture Blog, 2015).
 *
 * @param random from 0 to 1, anew for each call
 */
export const backoffMs = (failedAttempts: number, random: number): number =>
  Math.round(random * Math.min(LONGEST_MS, SHORTEST_MS * 2 ** failedAttempts));
