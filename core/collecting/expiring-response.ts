import { utcDay } from '../polls/utc-day.ts';
import type { CollectionTerms } from './collection-terms.ts';
import type { Submission } from './read-submission.ts';

/** A submission as it is kept: with the day on which it came, and until when it is kept. */
export const expiringResponse = (
  submission: Submission,
  { expiresAt }: Pick<CollectionTerms, 'expiresAt'>,
  now: Date,
) => ({ ...submission, day: utcDay(now), expiresAt });
