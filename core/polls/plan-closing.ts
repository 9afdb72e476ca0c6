import type { Poll } from '../../schemas/poll.ts';
import { pollState } from './poll-state.ts';

/** What comes of closing a poll. */
export type ClosingPlan =
  | { readonly kind: 'write'; readonly poll: Poll }
  | { readonly kind: 'unchanged'; readonly poll: Poll }
  | { readonly kind: 'refused'; readonly code: 'not-open-yet' };

/** Closes an open poll now; one that has closed stays closed as of when it did. */
export const planClosing = (poll: Poll, now: Date): ClosingPlan => {
  const state = pollState(poll, now);
  if (state === 'draft') return { kind: 'refused', code: 'not-open-yet' };
  if (state === 'closed') return { kind: 'unchanged', poll };
  return { kind: 'write', poll: { ...poll, closesAt: now.toISOString() } };
};
