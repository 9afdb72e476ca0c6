import type { Fault, Problem } from '../../schemas/problem.ts';
import { problems } from '../../schemas/problem-catalogue.ts';
import type { HttpReply } from './http-reply.ts';
import type { ProblemError } from './problem-error.ts';

const TYPE_PREFIX = 'urn:groundswell:problem:';

/** A body within the limit can hold thousands of faults; nobody corrects more than this at once. */
const MOST_FAULTS = 200;

const listed = (errors: readonly Fault[], detail: string) => ({
  errors: errors.slice(0, MOST_FAULTS),
  detail:
    errors.length > MOST_FAULTS
      ? `${detail} It lists the first ${MOST_FAULTS} of ${errors.length}.`
      : detail,
});

/** A refusal as RFC 9457 problem details. */
export const problemReply = ({ code, members }: ProblemError): HttpReply => {
  const { status, title, detail } = problems[code];
  const { headers, errors, detail: ownDetail, ...dates } = members;
  const words = ownDetail ?? detail;
  const problem: Problem = {
    type: `${TYPE_PREFIX}${code}`,
    title,
    status,
    code,
    ...dates,
    ...(errors ? listed(errors, words) : { detail: words }),
  };
  return {
    statusCode: status,
    headers: { ...headers, 'content-type': 'application/problem+json' },
    body: JSON.stringify(problem),
  };
};
