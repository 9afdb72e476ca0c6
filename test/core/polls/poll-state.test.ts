import { describe, expect, test } from 'vitest';
import { hasClosed, pollState } from '../../../core/polls/poll-state.ts';
import { AFTER_CLOSE, aDraft, anOpenPoll, WHILE_OPEN } from './a-poll.ts';

const CLOSE = new Date('2027-03-01T00:00:00.000Z');

describe('pollState(poll, now)', () => {
  test('is draft until the poll is opened, even after the close that it was to have', () => {
    expect([WHILE_OPEN, AFTER_CLOSE].map((now) => pollState(aDraft(), now))).toEqual([
      'draft',
      'draft',
    ]);
  });

  test('is open until the very instant of the close', () => {
    const before = new Date(CLOSE.getTime() - 1);
    expect([before, CLOSE].map((now) => pollState(anOpenPoll(), now))).toEqual(['open', 'closed']);
  });

  test('compares instants, not their texts', () => {
    expect(hasClosed(anOpenPoll({ closesAt: '2027-03-01T00:00:00Z' }), CLOSE)).toBe(true);
  });
});
