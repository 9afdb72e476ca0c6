import { type EnvironmentSchema, readEnvironment } from '../middleware/environment.ts';
import type { CollectResponseEnv } from './env.ts';

type Variables = Readonly<Record<string, string | undefined>>;
type Names = keyof CollectResponseEnv;

const MOST_CACHE_SECONDS = 15;

const isNotEmpty = (text: string | undefined): boolean => text !== undefined && text !== '';

const isCacheSeconds = (text: string | undefined): boolean => {
  const seconds = Number(text);
  return Number.isInteger(seconds) && seconds >= 0 && seconds <= MOST_CACHE_SECONDS;
};

const CHECKS: Readonly<Record<Names, readonly [(text: string | undefined) => boolean, string]>> = {
  RESPONSES_TABLE: [isNotEmpty, 'a name'],
  POLLS_TABLE: [isNotEmpty, 'a name'],
  CACHE_SECONDS: [isCacheSeconds, `a whole number from 0 to ${MOST_CACHE_SECONDS}`],
};

const faultsIn = (variables: Variables) =>
  Object.entries(CHECKS).flatMap(([name, [isFine, expected]]) =>
    isFine(variables[name]) ? [] : { path: [name], message: `expected ${expected}` },
  );

/**
 * What the schema in `env.ts` says, by hand: the function starts in less time without zod, which
 * would add a tenth to its import. A test holds the two together.
 */
const narrow: EnvironmentSchema<{
  readonly RESPONSES_TABLE: string;
  readonly POLLS_TABLE: string;
  readonly CACHE_SECONDS: number;
}> = {
  safeParse: (value) => {
    const variables = value as Variables;
    const issues = faultsIn(variables);
    if (issues.length > 0) return { success: false, error: { issues } };
    return {
      success: true,
      data: {
        RESPONSES_TABLE: String(variables.RESPONSES_TABLE),
        POLLS_TABLE: String(variables.POLLS_TABLE),
        CACHE_SECONDS: Number(variables.CACHE_SECONDS),
      },
    };
  },
};

/**
 * The environment of the function that takes responses in.
 *
 * @throws InvalidEnvironmentError naming every variable that is missing or wrong
 */
export const readCollectResponseEnv = (variables: Variables = process.env) =>
  readEnvironment(narrow, variables);
