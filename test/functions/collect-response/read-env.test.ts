import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CollectResponseEnv } from '../../../functions/collect-response/env.ts';
import { readCollectResponseEnv } from '../../../functions/collect-response/read-env.ts';
import { InvalidEnvironmentError } from '../../../functions/middleware/environment.ts';

const GOOD = { RESPONSES_TABLE: 'responses', POLLS_TABLE: 'polls', CACHE_SECONDS: '15' };

/** The names of the variables at fault, or the values, as the schema and as the function say. */
const bySchema = (variables: Record<string, string>) => {
  const result = CollectResponseEnv.safeParse(variables);
  return result.success ? result.data : result.error.issues.map(({ path }) => String(path[0]));
};
const byFunction = (variables: Record<string, string>) => {
  try {
    return readCollectResponseEnv(variables);
  } catch (error) {
    if (error instanceof InvalidEnvironmentError) return error.variables;
    throw error;
  }
};

describe('readCollectResponseEnv(variables)', () => {
  test('gives typed values, and nothing else', () => {
    expect(readCollectResponseEnv({ ...GOOD, PATH: '/bin' })).toEqual({
      ...GOOD,
      CACHE_SECONDS: 15,
    });
  });

  test('names every variable that is missing or wrong at once', () => {
    expect(byFunction({ CACHE_SECONDS: '16' })).toEqual(Object.keys(GOOD));
  });

  test('accepts what the schema accepts, with the same values, and nothing else', () => {
    const text = fc.oneof(
      fc.constantFrom('', 'a', '0', '15', '16', '-1', '1.5', '1e1'),
      fc.string(),
    );
    const variables = fc.record(
      { RESPONSES_TABLE: text, POLLS_TABLE: text, CACHE_SECONDS: text, OTHER: text },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(variables, (some) => {
        expect(byFunction(some)).toEqual(bySchema(some));
      }),
      { numRuns: 2000 },
    );
  });
});
