import { describe, expect, it } from 'vitest';
import { expectedEvery, reportedEvery } from '../../lib/constructs/expected-every.ts';

const DAY_MINUTES = 1440;
const everyMinutes = Array.from({ length: DAY_MINUTES }, (_, index) => index + 1);

/** What an alarm looks back over, in minutes. */
const lookedBack = (every: number): number => {
  const { period, periods } = expectedEvery(every);
  return period.toMinutes() * periods;
};

describe('what is expected every so many minutes', () => {
  it('is not missed while it comes on time, or a period late', () => {
    for (const every of everyMinutes) {
      const { period } = expectedEvery(every);
      expect(lookedBack(every), `${every}`).toBeGreaterThanOrEqual(every + 2 * period.toMinutes());
    }
  });

  it('is missed at the third time, or two hours after it was due', () => {
    for (const every of everyMinutes) {
      const most = every <= 60 ? 3 * every : Math.ceil(every / 60) * 60 + 120;
      expect(lookedBack(every), `${every}`).toBeLessThanOrEqual(most);
    }
    expect(lookedBack(DAY_MINUTES)).toBe(26 * 60);
  });

  it('is awaited by a new alarm as long as it looks back, within what CloudWatch takes', () => {
    for (const every of everyMinutes) {
      const minutes = expectedEvery(every).warmUp.toMinutes();
      expect(minutes).toBe(lookedBack(every));
      expect(minutes).toBeLessThanOrEqual(2880);
    }
  });

  it('is reported in every period of its metric, a little late, too', () => {
    for (const every of everyMinutes.filter((one) => one < DAY_MINUTES / 2)) {
      expect(reportedEvery(every).toMinutes()).toBeGreaterThanOrEqual(2 * every);
    }
    expect(reportedEvery(DAY_MINUTES).toMinutes()).toBe(DAY_MINUTES);
  });
});
