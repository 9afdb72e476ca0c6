import { hasClosed } from '../../core/polls/poll-state.ts';
import type { GroundswellEvent } from '../../schemas/event.ts';
import type { Poll } from '../../schemas/poll.ts';
import type { Polls } from '../dynamodb/polls.ts';
import { eventId } from './event-id.ts';
import type { Events } from './events.ts';

type Deps = {
  readonly polls: Pick<Polls, 'markAnnounced'>;
  readonly events: Events;
};

const openedEvent = (id: string, openedAt: string, closesAt: string): GroundswellEvent => ({
  name: 'PollOpened',
  detail: {
    version: 1,
    id: eventId('PollOpened', id, openedAt),
    poll: id,
    openedAt,
    closesAt,
  },
});

const closedEvent = (id: string, closedAt: string): GroundswellEvent => ({
  name: 'PollClosed',
  detail: { version: 1, id: eventId('PollClosed', id, closedAt), poll: id, closedAt },
});

/**
 * Tells the bus what became of a poll and was not told yet, then notes that it was: whoever
 * comes by next finishes what a crash left. Between the two steps a crash makes the event go
 * out twice, with the same id.
 */
export const createPollAnnouncer =
  ({ polls, events }: Deps) =>
  async (poll: Poll, now: Date): Promise<void> => {
    const { id, openedAt, closesAt } = poll;
    if (!openedAt || !closesAt) return;
    if (poll.openedAnnounced !== openedAt) {
      await events.publish([openedEvent(id, openedAt, closesAt)]);
      await polls.markAnnounced(id, 'opened', openedAt);
    }
    if (hasClosed(poll, now) && poll.closedAnnounced !== closesAt) {
      await events.publish([closedEvent(id, closesAt)]);
      await polls.markAnnounced(id, 'closed', closesAt);
    }
  };
export type AnnouncePoll = ReturnType<typeof createPollAnnouncer>;
