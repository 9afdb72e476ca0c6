import type { Poll } from '../../schemas/poll.ts';
import { type PollShape, pollShape } from './poll-shape.ts';
import { lastExpiryOf } from './sealing-time.ts';

/** What counting must know of a poll. */
export type TalliedPoll = {
  readonly id: string;
  readonly shape: PollShape;
  /** When the tables drop a tally that is written now. */
  readonly expiresAt: Date;
};

/** What counting must know of a poll; undefined for one that never opened: nobody answered it. */
export const talliedPoll = (poll: Poll): TalliedPoll | undefined => {
  const { id, opened, definition } = poll;
  const expiresAt = lastExpiryOf(poll, definition);
  return opened && expiresAt ? { id, shape: pollShape(definition), expiresAt } : undefined;
};
