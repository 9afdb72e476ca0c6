import { describe, expect, test } from 'vitest';
import { createPollAnnouncer } from '../../../adapters/eventbridge/poll-announcer.ts';
import type { GroundswellEvent } from '../../../schemas/event.ts';
import { AFTER_CLOSE, aDraft, anOpenPoll, WHILE_OPEN } from '../../core/polls/a-poll.ts';

const aWorld = () => {
  const sent: GroundswellEvent[] = [];
  const marks: string[] = [];
  const announce = createPollAnnouncer({
    events: { publish: async (events) => void sent.push(...events) },
    polls: {
      markAnnounced: async (poll, what, instant) => {
        marks.push(`${poll} ${what} ${instant}`);
        return { kind: 'changed' };
      },
    },
  });
  return { sent, marks, announce };
};

const { openedAt, closesAt } = anOpenPoll();
const names = (events: readonly GroundswellEvent[]) => events.map(({ name }) => name);

describe('announcing a poll', () => {
  test('says nothing of a draft', async () => {
    const { sent, marks, announce } = aWorld();
    await announce(aDraft(), AFTER_CLOSE);
    expect([sent, marks]).toEqual([[], []]);
  });

  test('tells of an opening once, and notes which', async () => {
    const { sent, marks, announce } = aWorld();
    await announce(anOpenPoll(), WHILE_OPEN);
    expect([names(sent), marks]).toEqual([['PollOpened'], [`spring opened ${openedAt}`]]);
    await announce(anOpenPoll({ openedAnnounced: String(openedAt) }), WHILE_OPEN);
    expect(sent).toHaveLength(1);
  });

  test('tells of a close that nobody called for, and of an opening that was forgotten', async () => {
    const { sent, marks, announce } = aWorld();
    await announce(anOpenPoll(), AFTER_CLOSE);
    expect(names(sent)).toEqual(['PollOpened', 'PollClosed']);
    expect(marks).toEqual([`spring opened ${openedAt}`, `spring closed ${closesAt}`]);
  });

  test('a repeat has the same ids', async () => {
    const { sent, announce } = aWorld();
    await announce(anOpenPoll(), AFTER_CLOSE);
    await announce(anOpenPoll(), AFTER_CLOSE);
    const [first, second] = [sent.slice(0, 2), sent.slice(2)];
    expect(first).toEqual(second);
  });

  test('a close that moved after it was told is told again, under another id', async () => {
    const { sent, announce } = aWorld();
    await announce(anOpenPoll(), AFTER_CLOSE);
    const told = { openedAnnounced: String(openedAt), closedAnnounced: String(closesAt) };
    await announce(anOpenPoll({ ...told, closesAt: '2027-03-01T12:00:00.000Z' }), AFTER_CLOSE);
    const closings = sent.filter(({ name }) => name === 'PollClosed');
    expect(new Set(closings.map(({ detail }) => detail.id)).size).toBe(2);
  });
});
