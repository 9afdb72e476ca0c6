import { describe, expect, test } from 'vitest';
import { arrivalsIn } from '../../../core/collecting/arrivals-in.ts';
import { bucketOf } from '../../../core/counting/bucket.ts';
import { emptyTally } from '../../../core/counting/count-responses.ts';
import type { Recount } from '../../../core/counting/recount-bucket.ts';

const NOW = 1_000_000_000;
const WINDOW_MS = 600_000;
const WINDOW = { now: NOW, windowMs: WINDOW_MS };
const BITS = 1;

/** Response ids, half of them in each bucket. */
const idOf = (at: number): string =>
  (at % 2 === 0 ? '0' : 'f').concat(at.toString(16).padStart(31, '0'));

const batchOf = (changedAt: readonly (number | undefined)[]) => ({
  organization: 'harbor',
  changedAt: new Map(changedAt.map((at, index) => [idOf(index), at])),
});
const made = (count: number, at: number | undefined = NOW) => batchOf(Array(count).fill(at));

const recounted = (
  index: number,
  before: number | undefined,
  after: number,
  organization = 'harbor',
): Recount => ({
  kind: 'recounted',
  bucket: { poll: 'p', organization, bits: BITS, index },
  revision: 2,
  tally: emptyTally({ items: 1, levels: 3 }),
  receipts: { before, after },
});

test('the ids of these tests are in both buckets', () => {
  expect([0, 1, 2, 3].map((at) => bucketOf(idOf(at), BITS))).toEqual([0, 1, 0, 1]);
});

describe('what arrived with a batch', () => {
  test('is as many as receipts were gained, in all buckets of the organization', () => {
    const recounts = [recounted(0, 10, 14), recounted(1, 0, 3), recounted(0, 0, 50, 'haven')];
    expect(arrivalsIn(made(7), recounts, WINDOW)).toBe(7);
  });

  test('may be more than it touched: its counts found what the next batch tells of', () => {
    expect(arrivalsIn(made(2), [recounted(0, 10, 90)], WINDOW)).toBe(80);
  });

  test('is none where nothing was gained, or where fewer are left', () => {
    expect(arrivalsIn(made(5), [recounted(0, 10, 10), recounted(1, 9, 3)], WINDOW)).toBe(0);
  });

  test('is none of a bucket that was sealed', () => {
    const bucket = { poll: 'p', organization: 'harbor', bits: BITS, index: 0 };
    expect(arrivalsIn(made(5), [{ kind: 'sealed', bucket }], WINDOW)).toBe(0);
  });

  test('is at most what it touched of a bucket whose tally did not say how many there were', () => {
    expect(arrivalsIn(made(3), [recounted(0, undefined, 400)], WINDOW)).toBe(2);
    expect(arrivalsIn(made(3), [recounted(1, undefined, 400)], WINDOW)).toBe(1);
    expect(arrivalsIn(made(3), [recounted(0, undefined, 1)], WINDOW)).toBe(1);
  });
});

describe('what arrived with a batch that holds older changes than the window', () => {
  const hours = Array.from({ length: 100 }, (_, at) => NOW - at * 300_000);

  test('is at most what was changed within one window: a backlog is none of a flood', () => {
    expect(arrivalsIn(batchOf(hours), [recounted(0, 0, 900)], WINDOW)).toBe(2);
  });

  test('is all that was changed at once, however long ago: counting lags behind a flood', () => {
    const longAgo = NOW - 20 * WINDOW_MS;
    expect(arrivalsIn(made(500, longAgo), [recounted(0, 0, 90_000)], WINDOW)).toBe(500);
  });

  test('is hardly less for one older change among many', () => {
    const batch = batchOf([NOW - 2 * WINDOW_MS, ...Array(399).fill(NOW)]);
    expect(arrivalsIn(batch, [recounted(0, 0, 500)], WINDOW)).toBe(399);
  });

  test('is no more than was gained', () => {
    expect(arrivalsIn(made(500, NOW - 2 * WINDOW_MS), [recounted(0, 7, 9)], WINDOW)).toBe(2);
  });

  test('takes a change of which nobody says when for one of now', () => {
    expect(arrivalsIn(made(500, undefined), [recounted(0, 0, 900)], WINDOW)).toBe(900);
  });
});
