import { describe, expect, test } from 'vitest';
import {
  expiryOf,
  isGivenUp,
  lastExpiryOf,
  mayHaveExpired,
  sealDueAt,
} from '../../../core/counting/sealing-time.ts';

const closesAt = '2027-02-01T00:00:00.000Z';

describe('sealDueAt', () => {
  test('is the close and the grace', () => {
    expect(sealDueAt({ opened: true, closesAt }, 60)?.toISOString()).toBe(
      '2027-02-01T00:01:00.000Z',
    );
  });

  test('waits for imports that close later', () => {
    const poll = { opened: true, closesAt, importsCloseAt: '2027-02-03T00:00:00.000Z' };
    expect(sealDueAt(poll, 60)?.toISOString()).toBe('2027-02-03T00:01:00.000Z');
  });

  test('does not come sooner for imports that close earlier', () => {
    const poll = { opened: true, closesAt, importsCloseAt: '2027-01-03T00:00:00.000Z' };
    expect(sealDueAt(poll, 60)?.toISOString()).toBe('2027-02-01T00:01:00.000Z');
  });

  test('is never for a draft, and for a poll without an end', () => {
    expect(sealDueAt({ opened: false, closesAt }, 60)).toBeUndefined();
    expect(sealDueAt({ opened: true }, 60)).toBeUndefined();
  });
});

describe('expiryOf', () => {
  test('is the retention after the close', () => {
    expect(expiryOf(closesAt, { retentionDays: 90 }).toISOString()).toBe(
      '2027-05-02T00:00:00.000Z',
    );
  });
});

describe('lastExpiryOf', () => {
  const retention = { retentionDays: 90 };
  const closesAt = '2027-02-01T00:00:00.000Z';

  test('is the retention after the close', () => {
    const expiry = lastExpiryOf({ closesAt }, retention);
    expect(expiry).toEqual(new Date('2027-05-02T00:00:00.000Z'));
  });

  test('is not before what was written expires, where the poll closed early', () => {
    const earliestExpiry = '2027-06-01T00:00:00.000Z';
    expect(lastExpiryOf({ closesAt, earliestExpiry }, retention)).toEqual(new Date(earliestExpiry));
  });

  test('moves with a close that moves later', () => {
    const earliestExpiry = '2027-05-02T00:00:00.000Z';
    const moved = lastExpiryOf({ closesAt: '2027-02-11T00:00:00.000Z', earliestExpiry }, retention);
    expect(moved).toEqual(new Date('2027-05-12T00:00:00.000Z'));
  });

  test('is none for a poll without an end', () => {
    expect(lastExpiryOf({}, retention)).toBeUndefined();
  });
});

describe('mayHaveExpired', () => {
  const at = (text: string) => new Date(text);

  test('is from an hour before the earliest expiry on', () => {
    const poll = { earliestExpiry: '2027-05-02T00:00:00.000Z' };
    expect(mayHaveExpired(poll, at('2027-05-01T22:59:59.999Z'))).toBe(false);
    expect(mayHaveExpired(poll, at('2027-05-01T23:00:00.000Z'))).toBe(true);
  });

  test('never is of a draft', () => {
    expect(mayHaveExpired({}, at('2099-01-01T00:00:00.000Z'))).toBe(false);
  });
});

describe('isGivenUp', () => {
  test('is a week after the earliest expiry', () => {
    const poll = { earliestExpiry: '2027-05-02T00:00:00.000Z' };
    expect(isGivenUp(poll, new Date('2027-05-08T23:59:59.999Z'))).toBe(false);
    expect(isGivenUp(poll, new Date('2027-05-09T00:00:00.000Z'))).toBe(true);
  });

  test('never is of a draft', () => {
    expect(isGivenUp({}, new Date('2099-01-01T00:00:00.000Z'))).toBe(false);
  });
});
