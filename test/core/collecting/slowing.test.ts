import { describe, expect, test } from 'vitest';
import {
  mostArrivals,
  raisesBound,
  SLOWING_WINDOW_SECONDS,
  secondsToWait,
} from '../../../core/collecting/slowing.ts';

describe('mostArrivals', () => {
  test.each([
    [1, 300],
    [20, 300],
    [600, 300],
    [601, 301],
    [5000, 2500],
  ])('of an organization that expects %d is %d', (expected, most) => {
    expect(mostArrivals(expected)).toBe(most);
  });

  test('is 300 where nobody said what is expected', () => {
    expect(mostArrivals()).toBe(300);
  });

  test('leaves a meeting of 200 alone, however small the organization', () => {
    expect(mostArrivals(1)).toBeGreaterThan(200);
  });
});

describe('raisesBound', () => {
  test.each([
    [20, 601, true],
    [undefined, 1000, true],
    [1000, 1002, true],
    [20, 600, false],
    [undefined, 600, false],
    [1000, 1000, false],
    [1000, 700, false],
    [1000, undefined, false],
  ])('of %s expected, then %s: %s', (before, after, raises) => {
    expect(raisesBound(before, after)).toBe(raises);
  });
});

describe('secondsToWait', () => {
  const now = new Date('2027-02-10T12:00:00.500Z');

  test('is 0 where nothing has to wait, or not any more', () => {
    expect(secondsToWait(undefined, now)).toBe(0);
    for (const until of ['2027-02-10T12:00:00.500Z', '2027-02-10T11:00:00.000Z']) {
      expect(secondsToWait(until, now)).toBe(0);
    }
  });

  test('is rounded up, so that who waits so long is not refused again', () => {
    expect(secondsToWait('2027-02-10T12:00:00.600Z', now)).toBe(1);
    const until = new Date(now.getTime() + SLOWING_WINDOW_SECONDS * 1000);
    expect(secondsToWait(until.toISOString(), now)).toBe(600);
  });
});
