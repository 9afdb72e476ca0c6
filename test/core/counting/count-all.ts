import { type CountedResponse, createCount } from '../../../core/counting/count-responses.ts';
import type { PollShape } from '../../../core/counting/poll-shape.ts';
import type { Exclusion } from '../../../schemas/exclusions.ts';
import type { Tally } from '../../../schemas/tally.ts';

/** The tally of some responses, counted one after the other. */
export const countAll = (
  responses: readonly CountedResponse[],
  shape: PollShape,
  exclusions: readonly Exclusion[] = [],
): Tally => {
  const count = createCount(shape, exclusions);
  for (const response of responses) count.add(response);
  return count.tally;
};
