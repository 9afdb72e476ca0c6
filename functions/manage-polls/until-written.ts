import { ProblemError } from '../middleware/problem-error.ts';

/** What an attempt to read, decide and write came to. */
export type Attempt<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'overtaken' };

const MOST_ATTEMPTS = 5;

/**
 * Reads, decides and writes again as long as somebody else's write came between.
 *
 * @throws ProblemError `overtaken` where that happens time after time
 */
export const untilWritten = async <Value>(
  attempt: () => Promise<Attempt<Value>>,
): Promise<Value> => {
  for (let attempts = 0; attempts < MOST_ATTEMPTS; attempts += 1) {
    const result = await attempt();
    if (result.kind === 'done') return result.value;
  }
  throw new ProblemError('overtaken');
};
