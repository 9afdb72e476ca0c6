import { setTimeout as sleep } from 'node:timers/promises';
import type { Visit } from './visits.ts';

/** When the visit with an index may begin. */
export type Turn = (index: number) => Promise<void>;

/**
 * Spreads visits evenly over `spreadMs`, except the ones from the first of the last `reserved`
 * respondents on: those wait for `released`, and then go as fast as they can.
 */
export const createPace = (settings: {
  readonly visits: readonly Visit[];
  readonly reserved: number;
  readonly spreadMs: number;
  readonly released: Promise<unknown>;
  readonly signal: AbortSignal;
}): Turn => {
  const { visits, reserved, spreadMs, released, signal } = settings;
  const firsts = visits.flatMap(({ kind }, index) => (kind === 'first' ? [index] : []));
  const gate = firsts[firsts.length - reserved] ?? visits.length;
  const begun = performance.now();
  return async (index) => {
    if (index >= gate) return void (await released);
    const wait = begun + (index / gate) * spreadMs - performance.now();
    if (wait > 0) await sleep(wait, undefined, { signal });
  };
};
