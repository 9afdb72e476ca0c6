import type { Fault } from '../../schemas/problem.ts';
import { safePath } from './safe-path.ts';

/** What a schema found wrong, as zod tells it. */
type Issue = {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** Of `unrecognized_keys`: the names. */
  readonly keys?: readonly string[];
  /** Of `invalid_key`: what is wrong with the name. */
  readonly issues?: readonly { readonly message: string }[];
};

const PREAMBLE = /^(?:Invalid|Too)[^:]*: expected /;

const expectedOf = ({ message }: { readonly message: string }): string =>
  message.replace(PREAMBLE, '');

const faultsOfIssue = (issue: Issue): readonly Fault[] => {
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => ({
      pointer: safePath([...issue.path, key]),
      expected: 'no member of this name',
    }));
  }
  const expected =
    issue.code === 'invalid_key'
      ? `as its name ${(issue.issues ?? []).map(expectedOf).join(', ')}`
      : expectedOf(issue);
  return [{ pointer: safePath(issue.path), expected }];
};

/** What a schema found wrong, as the faults of a problem: where, and what was expected there. */
export const faultsOf = (error: { readonly issues: readonly Issue[] }): readonly Fault[] =>
  error.issues.flatMap(faultsOfIssue);
