import type { Poll } from '../../schemas/poll.ts';
import { earliestExpiryOf } from './close-limits.ts';
import { pollState } from './poll-state.ts';

/** What comes of opening a poll. */
export type OpeningPlan =
  | { readonly kind: 'write'; readonly poll: Poll }
  | { readonly kind: 'unchanged'; readonly poll: Poll }
  | { readonly kind: 'refused'; readonly code: OpeningRefusal };
export type OpeningRefusal = 'close-required' | 'too-few-organizations' | 'closed';

/**
 * Opens a draft that has a close to come and enough organizations that something could ever be
 * released. From then on the definition is fixed, and so is the earliest expiry of responses.
 */
export const planOpening = (poll: Poll, organizations: number, now: Date): OpeningPlan => {
  const state = pollState(poll, now);
  if (state === 'open') return { kind: 'unchanged', poll };
  if (state === 'closed') return { kind: 'refused', code: 'closed' };
  if (!poll.closesAt || Date.parse(poll.closesAt) <= now.getTime()) {
    return { kind: 'refused', code: 'close-required' };
  }
  if (organizations < poll.definition.minOrganizations) {
    return { kind: 'refused', code: 'too-few-organizations' };
  }
  return {
    kind: 'write',
    poll: {
      ...poll,
      opened: true,
      openedAt: now.toISOString(),
      earliestExpiry: earliestExpiryOf(poll.closesAt, poll.definition),
    },
  };
};
