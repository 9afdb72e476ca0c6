import { type Poll, PollDefinition } from '../../../schemas/poll.ts';

/** A small poll definition: three items on five levels. */
export const aDefinition = (overrides: Record<string, unknown> = {}): PollDefinition =>
  PollDefinition.parse({
    title: { en: 'A poll' },
    levels: 5,
    categories: [
      { id: 'training', items: ['mentors', 'facilitators'] },
      { id: 'housing', items: ['supportive-housing'] },
    ],
    ...overrides,
  });

/** A draft of that poll, which is to close on 1 March 2027. */
export const aDraft = (overrides: Partial<Poll> = {}): Poll => ({
  id: 'spring',
  definition: aDefinition(),
  opened: false,
  closesAt: '2027-03-01T00:00:00.000Z',
  version: 1,
  ...overrides,
});

/** The same poll, open since 1 February 2027. */
export const anOpenPoll = (overrides: Partial<Poll> = {}): Poll =>
  aDraft({
    opened: true,
    openedAt: '2027-02-01T00:00:00.000Z',
    earliestExpiry: '2027-05-30T00:00:00.000Z',
    version: 2,
    ...overrides,
  });

/** An instant at which that poll is open. */
export const WHILE_OPEN = new Date('2027-02-10T12:34:56.789Z');

/** An instant at which that poll has closed. */
export const AFTER_CLOSE = new Date('2027-03-02T00:00:00.000Z');
