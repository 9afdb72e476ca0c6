import { describe, expect, test } from 'vitest';
import { hoursWithoutRelease } from '../../../core/release/hours-without-release.ts';

const CLOSES_AT = '2027-02-01T00:00:00.000Z';
const open = { opened: true, closesAt: CLOSES_AT };
const at = (text: string) => new Date(text);
const withheld = (kind: 'interim' | 'final', since?: string) => ({
  withheld: { kind, reasons: [], ...(since && { since }) },
});

describe('a poll waits for figures', () => {
  test('not before it is opened', () => {
    const draft = { opened: false, closesAt: CLOSES_AT };
    expect(hoursWithoutRelease(draft, {}, at('2027-03-01T00:00:00Z'))).toBe(0);
  });

  test('while it is open and its first figures are withheld, since they first were', () => {
    const state = withheld('interim', '2027-01-10T00:00:00.000Z');
    expect(hoursWithoutRelease(open, state, at('2027-01-11T12:00:00Z'))).toBe(36);
  });

  test('not while it is open and nothing is withheld', () => {
    expect(hoursWithoutRelease(open, {}, at('2027-01-11T12:00:00Z'))).toBe(0);
  });

  test('from its close until its final release is made, withheld before or not', () => {
    const now = at('2027-02-02T06:00:00Z');
    expect(hoursWithoutRelease(open, {}, now)).toBe(30);
    const state = withheld('interim', '2027-01-10T00:00:00.000Z');
    expect(hoursWithoutRelease(open, state, now)).toBe(30);
  });

  test('until a week after its answers began to expire, where it is never made', () => {
    const expiring = { ...open, earliestExpiry: '2027-05-02T00:00:00.000Z' };
    expect(hoursWithoutRelease(expiring, {}, at('2027-05-08T23:00:00Z'))).toBe(96 * 24 + 23);
    expect(hoursWithoutRelease(expiring, {}, at('2027-05-09T00:00:00Z'))).toBe(0);
  });

  test('not once its final release is made', () => {
    const settled = { settledSeal: '2027-02-01T00:01:00.000Z' };
    expect(hoursWithoutRelease(open, settled, at('2027-02-03T00:00:00Z'))).toBe(0);
  });

  test('after its final release was withheld, for a week', () => {
    const state = {
      ...withheld('final', '2027-02-01T01:00:00.000Z'),
      settledSeal: '2027-02-01T00:01:00.000Z',
    };
    expect(hoursWithoutRelease(open, state, at('2027-02-02T02:00:00Z'))).toBe(25);
    expect(hoursWithoutRelease(open, state, at('2027-02-08T01:00:00Z'))).toBe(168);
    expect(hoursWithoutRelease(open, state, at('2027-02-08T02:00:00Z'))).toBe(0);
  });

  test('by no clock that runs backwards', () => {
    const state = withheld('interim', '2027-01-10T00:00:00.000Z');
    expect(hoursWithoutRelease(open, state, at('2027-01-09T00:00:00Z'))).toBe(0);
  });
});
