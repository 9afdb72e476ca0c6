import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { participationOf } from '../../../core/participation/participation-of.ts';
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

  test('setting responses aside does not move their number', () => {
    const before = participationOf(aTally(30), K);
    const after = participationOf(aTally(12, { setAside: 18 }), K);
    expect(after?.responses).toBe(before?.responses);
    expect(after).toMatchObject({ setAside: 18, channels: { web: 12 } });
  });

  test('where all are set aside there is no channel and no day of those that count', () => {
    expect(participationOf(aTally(0, { setAside: 20 }), K)).toEqual({
      organization: 'harbor',
      responses: 20,
      setAside: 20,
    });
  });

  test('where few are set aside, or few are left, it is the number alone', () => {
    for (const [counted, setAside] of [
      [30, 1],
      [30, 10],
      [10, 30],
      [1, 1],
      [0, 10],
    ] as const) {
      const told = participationOf(aTally(counted, { setAside }), K);
      expect(told).toEqual({ organization: 'harbor', responses: counted + setAside });
    }
  });

  test('whoever sets aside a day or a channel of few responses does not learn how many they are', () => {
    const seen = (counted: number, setAside: number) =>
      JSON.stringify(participationOf(aTally(counted, { setAside }), K));
    const few = fc.integer({ min: 1, max: K - 1 });
    fc.assert(
      fc.property(fc.integer({ min: K, max: 60 }), few, few, (all, one, other) => {
        expect(seen(all - one, one)).toBe(seen(all - other, other));
        expect(seen(one, all - one)).toBe(seen(other, all - other));
      }),
    );
  });
});
