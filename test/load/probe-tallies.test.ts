import { expect, test } from 'vitest';
import { NotInTimeError } from './in-time.ts';
import { probeTallies } from './probe-tallies.ts';

const { signal } = new AbortController();
const patience = { patienceMs: 50, everyMs: 1, signal };

test('each probe begins when the one before is tallied, and tells how long that took', async () => {
  let [submitted, looks] = [0, 0];
  const took: number[] = [];
  await probeTallies({
    submit: async () => {
      submitted += 1;
    },
    tallied: () => (++looks % 2 === 0 ? submitted : submitted - 1),
    isEnough: () => took.length === 5,
    took: (ms) => void took.push(ms),
    patience,
  });
  expect([submitted, took.length]).toEqual([5, 5]);
  expect(took.every((ms) => ms > 0)).toBe(true);
});

test('a response that is never tallied ends the probes with an error', async () => {
  const probing = probeTallies({
    submit: async () => {},
    tallied: () => 0,
    isEnough: () => false,
    took: () => {},
    patience,
  });
  await expect(probing).rejects.toThrow(NotInTimeError);
});
