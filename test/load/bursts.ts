import { setTimeout as sleep } from 'node:timers/promises';

/** How many bursts were planned, and before how many there was indeed a pause. */
export type BurstCount = { readonly planned: number; readonly seen: number };

/** Visits in bursts: between one and the next nobody begins any. */
export type Bursts = {
  /** Settles when the next visit may begin. */
  readonly turn: () => Promise<void>;
  readonly count: () => BurstCount;
};

/** Timers are not exact. */
const SHARE_OF_PAUSE = 0.9;

/**
 * Bursts of `size` visits, with a pause before each but the first that every client waits for.
 *
 * @param pause waits that long
 */
export const createBursts = (
  { size, pauseMs }: { readonly size: number; readonly pauseMs: number },
  { pause, now }: { readonly pause: (ms: number) => Promise<void>; readonly now: () => number } = {
    pause: (ms) => sleep(ms),
    now: () => performance.now(),
  },
): Bursts => {
  let [visits, burst, begins] = [0, 0, Promise.resolve()];
  const begun: { readonly burst: number; readonly at: number }[] = [];
  return {
    turn: async () => {
      const own = Math.floor(visits++ / size);
      if (own > burst) [burst, begins] = [own, pause(pauseMs)];
      await begins;
      begun.push({ burst: own, at: now() });
    },
    count: () => ({ planned: burst, seen: countPauses(begun, SHARE_OF_PAUSE * pauseMs) }),
  };
};

/** How often nobody began anything for so long between one burst and the next. */
const countPauses = (
  begun: readonly { readonly burst: number; readonly at: number }[],
  leastMs: number,
): number => {
  const bursts = [...Map.groupBy(begun, ({ burst }) => burst).values()].map((visits) =>
    visits.map(({ at }) => at),
  );
  return bursts.filter((times, index) => {
    const before = bursts[index - 1];
    return before !== undefined && Math.min(...times) - Math.max(...before) >= leastMs;
  }).length;
};
