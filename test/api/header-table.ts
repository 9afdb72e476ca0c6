import { type ApiAnswer, jsonOf } from '../../local/api/call.ts';
import { GatewayRefusal } from '../../schemas/problem.ts';
import type { Described } from '../openapi/the-document.ts';

/** What every answer of ours says, pages too, whatever the call and the status. */
export const OF_EVERY_ANSWER: Readonly<Record<string, string>> = {
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
};

/** What every answer says that is no page. */
export const OF_EVERY_CALL: Readonly<Record<string, string>> = {
  ...OF_EVERY_ANSWER,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** Who may keep a successful answer; of what is not here, and of every refusal, nobody anything. */
const KEPT: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  describeApi: { 200: 'public, max-age=15', 304: 'public, max-age=15' },
  describePoll: { 200: 'public, max-age=15', 304: 'public, max-age=15' },
  describeOrganization: { 200: 'public, max-age=15', 304: 'public, max-age=15' },
  listReports: { 200: 'READERS, no-cache' },
  getLatestReport: { 200: 'READERS, no-cache', 304: 'READERS, no-cache' },
  getReport: {
    200: 'READERS, max-age=86400, immutable',
    304: 'READERS, max-age=86400, immutable',
  },
};
/** What is sent as gzip to who accepts it, whether it is the file, a link to it, or neither. */
const ENCODED = new Set(['getLatestReport', 'getReport']);

const NOBODY = 'no-store';

/** What tells more than is to be told, or lets another site in. */
export const NEVER = /^(?:set-cookie|server-timing|x-powered-by|access-control-.*|x-amzn-.*|via)$/;

/** `Cache-Control` of an operation's answer; `isPublic` where the poll's reports are. */
export const cachingOf = (
  operationId: string | undefined,
  status: number,
  isPublic: boolean,
): string =>
  (KEPT[operationId ?? '']?.[status] ?? NOBODY).replace('READERS', isPublic ? 'public' : 'private');

/** Those of ours that ask to be sent the same again say when. */
const WAITING = new Set([429, 503]);
const SECONDS = /^[1-9]\d*$/;

/** What the gateway says by itself where a function is not asked, or does not answer. */
const MESSAGES: Readonly<Record<number, RegExp>> = {
  400: /^(?:Bad Request|Invalid)/,
  401: /^Unauthorized$/,
  403: /^Forbidden$/,
  413: /^(?:Request Entity Too Large|Request Too Long)$/,
  429: /^(?:Too Many Requests|Limit Exceeded)$/,
  500: /^Internal Server Error$/,
  503: /^Service Unavailable$/,
  504: /^Endpoint request timed out$/,
};

const messageIn = (answer: ApiAnswer): string | undefined => {
  try {
    return GatewayRefusal.strict().parse(jsonOf(answer)).message;
  } catch {
    return undefined;
  }
};

/**
 * Whether an answer is the gateway's own: it has one of its statuses with its words, as JSON, and
 * none of our headers. Whatever else is no problem of ours is a fault.
 */
export const isGateways = (answer: ApiAnswer): boolean =>
  /^application\/json\b/.test(answer.headers['content-type'] ?? '') &&
  (MESSAGES[answer.status]?.test(messageIn(answer) ?? '') ?? false);

/** Refusals of ours are problems, whatever their status. */
const typeFaults = ({ status, headers }: ApiAnswer): readonly string[] =>
  status < 400 || headers['content-type'] === 'application/problem+json' ? [] : ['content-type'];

/** How an answer's headers differ from what they have to be. */
export const headerFaults = (
  answer: ApiAnswer,
  operation: Described | undefined,
  isPublic: boolean,
): readonly string[] => {
  const never = Object.keys(answer.headers).filter((name) => NEVER.test(name));
  if (isGateways(answer)) return never;
  const caching = cachingOf(operation?.operationId, answer.status, isPublic);
  const isEncoded = answer.status < 400 && ENCODED.has(operation?.operationId ?? '');
  const expected = {
    ...OF_EVERY_CALL,
    'cache-control': caching,
    ...(isEncoded && { vary: 'accept-encoding' }),
  };
  const differing = Object.entries(expected)
    .filter(([name, value]) => answer.headers[name] !== value)
    .map(([name, value]) => `${name}: ${answer.headers[name]} instead of ${value}`);
  const isTold = SECONDS.test(answer.headers['retry-after'] ?? '');
  const waiting = isTold === WAITING.has(answer.status) ? [] : ['retry-after'];
  return [...never, ...typeFaults(answer), ...differing, ...waiting];
};
