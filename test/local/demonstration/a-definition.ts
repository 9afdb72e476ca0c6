import { PollDefinition } from '../../../schemas/poll.ts';

/** A small poll of five levels. */
export const aDefinition = (): PollDefinition =>
  PollDefinition.parse({
    levels: 5,
    categories: [
      { id: 'first', items: ['apples', 'pears'] },
      { id: 'second', items: ['plums'] },
    ],
  });
