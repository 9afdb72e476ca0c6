import { expect, test } from 'vitest';
import { createBursts } from './bursts.ts';

/** A clock that moves only where somebody waits, and clients that take turns. */
const aClock = () => {
  let time = 0;
  return {
    now: () => time,
    pause: async (ms: number): Promise<void> => {
      await Promise.resolve();
      time += ms;
    },
  };
};

test('every client waits before the first visit of each burst but the first', async () => {
  const clock = aClock();
  const { turn, count } = createBursts({ size: 10, pauseMs: 1_000 }, clock);
  let next = 0;
  const client = async (): Promise<void> => {
    while (next++ < 35) await turn();
  };
  await Promise.all([client(), client(), client()]);
  expect(count()).toEqual({ planned: 3, seen: 3 });
  expect(clock.now()).toBe(3_000);
});

test('a pause that only one client kept is none', async () => {
  const times = [0, 100, 900, 1_000];
  const waiting = { pause: async () => {}, now: () => times.shift() ?? 0 };
  const { turn, count } = createBursts({ size: 2, pauseMs: 1_000 }, waiting);
  for (let visit = 0; visit < 4; visit++) await turn();
  expect(count()).toEqual({ planned: 1, seen: 0 });
});
