/** What some actions came to: the results of those that succeeded, in order, and the faults. */
export type Settled<Result> = {
  readonly results: readonly Result[];
  readonly faults: readonly unknown[];
};

/**
 * Does an action for each input, at most `limit` at a time. A fault stops none of the others.
 */
export const settleAll = async <Input, Result>(
  inputs: readonly Input[],
  limit: number,
  action: (input: Input) => Promise<Result>,
): Promise<Settled<Result>> => {
  const settled: { readonly at: number; readonly result: Result }[] = [];
  const faults: unknown[] = [];
  const waiting = inputs.entries();
  const work = async (): Promise<void> => {
    for (const [at, input] of waiting) {
      try {
        settled.push({ at, result: await action(input) });
      } catch (fault) {
        faults.push(fault);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, inputs.length) }, work));
  const results = settled.sort((a, b) => a.at - b.at).map(({ result }) => result);
  return { results, faults };
};
