import type { Fault, Problem } from '../../schemas/problem.ts';
import { type ProblemCode, problems } from '../../schemas/problem-catalogue.ts';

/** What a problem says beyond its entry in the catalogue. */
export type ProblemMembers = Pick<Problem, 'opensAt' | 'closesAt'> & {
  /** What is wrong with the request, one entry a fault. */
  readonly errors?: readonly Fault[];
  /** What to do about it, where more can be said than the catalogue does. */
  readonly detail?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A request is refused. The one place that answers it is the middleware `problemHandler`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly members: ProblemMembers;

  constructor(code: ProblemCode, members: ProblemMembers = {}, options?: ErrorOptions) {
    super(problems[code].title, options);
    this.code = code;
    this.members = members;
  }
}
