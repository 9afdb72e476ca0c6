import { type ApiAnswer, type ApiRequest, jsonOf } from '../../local/api/call.ts';
import { Problem } from '../../schemas/problem.ts';
import { headerFaults, isGateways } from '../api/header-table.ts';
import { isPage, pageFaults } from '../api/page-headers.ts';
import { answerFaults } from '../openapi/answer-faults.ts';
import { operationAt } from '../openapi/the-document.ts';
import { acceptanceFaults } from './acceptance-faults.ts';
import type { Draft } from './draft.ts';
import { readableAnswer } from './readable-answer.ts';
import { tellingFaults } from './refusal-faults.ts';
import type { Row, Tables } from './tables.ts';

/** What came of one request: how it is counted, and what is wrong with it. */
export type Exchange = {
  /** `route status code`, such as `putPoll 409 closed`. */
  readonly kind: string;
  readonly faults: readonly string[];
};

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

const pathOf = ({ path }: ApiRequest): string => path.split('?')[0] ?? '';

/** Of HEAD a gateway leaves out the body, which has the code; no route takes it. */
const OF_HEAD: Readonly<Record<number, string>> = { 404: ' not-found', 413: ' body-too-large' };

const codeOf = ({ method }: ApiRequest, answer: ApiAnswer): string => {
  if (answer.status < 400) return '';
  if (method === 'HEAD' && answer.body.length === 0) return OF_HEAD[answer.status] ?? ' no-body';
  if (isGateways(answer)) return ' gateway';
  if (isPage(answer)) return ' page';
  const problem = Problem.safeParse(jsonOf(answer));
  return problem.success ? ` ${problem.data.code}` : ' no-problem';
};

const ELSEWHERE = new Set(['404 not-found', '413 body-too-large']);

/** An address that somebody cut short is a person's, who gets a page. */
const CUT_SHORT = 'GET /p/{poll}';
const isCutShort = (request: ApiRequest): boolean =>
  request.method === 'GET' && /^\/p\/[^/]+$/.test(pathOf(request));

/** What no route names is answered by us, too: there is nothing, or too much was sent. */
const elsewhereFaults = (
  request: ApiRequest,
  answer: ApiAnswer,
  code: string,
): readonly string[] => {
  if (isCutShort(request) && isPage(answer)) {
    const faults = pageFaults(answer, CUT_SHORT);
    return [404, 413].includes(answer.status) ? faults : [...faults, 'another page than nothing'];
  }
  return [
    ...headerFaults(answer, undefined, false),
    ...(ELSEWHERE.has(`${answer.status}${code}`) ? [] : ['another answer than not-found']),
  ];
};

const isPublic = (poll: Row | undefined): boolean =>
  (poll?.definition as { readonly reports?: string } | undefined)?.reports === 'public';

/** Looks at a request and its answer from every side. */
export const judgeExchange = async (
  draft: Draft,
  request: ApiRequest,
  received: ApiAnswer,
  tables: Tables,
): Promise<Exchange> => {
  const answer = readableAnswer(received);
  const code = codeOf(request, answer);
  const reached = operationAt(request.method, pathOf(request));
  const telling = tellingFaults(draft, answer);
  const failed = answer.status >= 500 ? ['failed'] : [];
  if (!reached) {
    return {
      kind: `elsewhere ${answer.status}${code}`,
      faults: [...failed, ...telling, ...elsewhereFaults(request, answer, code)],
    };
  }
  const { operation, parts } = reached;
  const parameters = Object.fromEntries(
    Object.entries(parts).map(([name, segment]) => [name, decoded(segment)]),
  );
  const poll = await tables.poll(parameters.poll ?? '');
  const accepted = { draft, request, answer, operation, parameters };
  return {
    kind: `${operation.operationId} ${answer.status}${code}`,
    faults: [
      ...failed,
      ...telling,
      ...answerFaults(answer, operation),
      ...(operation.tags[0] === 'form' && !isGateways(answer)
        ? pageFaults(answer, operation.route)
        : headerFaults(answer, operation, isPublic(poll))),
      ...(answer.status < 400 ? await acceptanceFaults(accepted, tables) : []),
    ],
  };
};
