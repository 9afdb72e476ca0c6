import type { CollectionTerms } from '../../core/collecting/collection-terms.ts';
import { pollState } from '../../core/polls/poll-state.ts';
import { ProblemError } from '../middleware/problem-error.ts';

/**
 * Lets a change to a response pass only while its poll is open.
 *
 * @throws ProblemError `not-open-yet` or `closed`, with the dates that are known
 */
export const requireOpen = (terms: CollectionTerms, now: Date): void => {
  const { openedAt, closesAt } = terms;
  const state = pollState(terms, now);
  const dates = { ...(openedAt && { opensAt: openedAt }), ...(closesAt && { closesAt }) };
  if (state === 'draft') throw new ProblemError('not-open-yet', dates);
  if (state === 'closed') throw new ProblemError('closed', dates);
};
