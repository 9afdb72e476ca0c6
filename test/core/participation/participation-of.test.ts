import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { participationOf } from '../../../core/participation/participation-of.ts';
import { countAll } from '../counting/count-all.ts';
import { aTally } from './a-tally.ts';

const K = 11;

describe('participationOf(tally, minRespondents)', () => {
  test('is nothing where nobody answered', () => {
    expect(participationOf(aTally(0), K)).toBeUndefined();
  });

  test.each([1, 10])('of %i responses, fewer than 11, it is their number alone', (responses) => {
    expect(participationOf(aTally(responses), K)).toEqual({ organization: 'harbor', responses });
  });

  test('of 11 it has channels, the first and the last day', () => {
    const channels = { web: 10, paper: 1 };
    expect(participationOf(aTally(11, { channels }), K)).toEqual({
      organization: 'harbor',
      responses: 11,
      channels,
      firstDay: '2027-02-01',
      lastDay: '2027-02-09',
    });
  });

  test('it never has a count of an item', () => {
    const whole = { ...aTally(40), counts: [[40, 0, 0, 0, 0]] };
    expect(participationOf(whole, K)).not.toHaveProperty('counts');
  });

  test('while a list is in force it is the number alone, which it does not move', () => {
    for (const [counted, setAside] of [
      [30, 0],
      [29, 1],
      [12, 18],
      [10, 20],
      [0, 30],
    ] as const) {
      expect(participationOf(aTally(counted, { setAside }), K)).toEqual({
        organization: 'harbor',
        responses: 30,
        hasExclusions: true,
      });
    }
    expect(participationOf(aTally(30), K)).toMatchObject({ responses: 30, channels: { web: 30 } });
  });

  test('of two lists, however large what they set aside, neither tells more than the other', () => {
    const responses = fc.array(
      fc.record({
        answers: fc.constant('1'),
        channel: fc.constantFrom('web' as const, 'api' as const, 'paper' as const),
        day: fc.integer({ min: 10, max: 14 }).map((day) => `2027-02-${day}`),
      }),
      { minLength: 1, maxLength: 80 },
    );
    const list = fc.array(
      fc.record({
        channel: fc.constantFrom('web' as const, 'api' as const, 'paper' as const),
        day: fc
          .integer({ min: 9, max: 15 })
          .map((day) => `2027-02-${String(day).padStart(2, '0')}`),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(responses, list, list, (all, one, other) => {
        const seen = (exclusions: typeof one) => {
          const { counts: _counts, ...tally } = countAll(all, { items: 1, levels: 3 }, exclusions);
          return participationOf({ organization: 'harbor', ...tally }, K);
        };
        expect(seen(one)).toEqual(seen(other));
      }),
    );
  });
});
