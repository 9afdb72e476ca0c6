import middy, { type MiddlewareObj } from '@middy/core';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import { bodyLimit } from './body-limit.ts';
import type { Correlation } from './correlation.ts';
import type { HttpEvent } from './http-event.ts';
import type { HttpReply } from './http-reply.ts';
import type { Log } from './logger.ts';
import { problemHandler } from './problem-handler.ts';
import { requestLog } from './request-log.ts';
import { responseHeaders } from './response-headers.ts';

/**
 * What an answer says unless it, or its function, says otherwise: that nobody keeps it, and what a
 * browser may make of it that shows it as a page, or follows a link out of it.
 */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
};

/** What bodies may hold unless a function says otherwise: 16 KB. */
const DEFAULT_BODY_LIMIT_BYTES = 16 * 1024;

export interface HttpStackOptions {
  readonly log: Log;
  /** Is told of each invocation before anything is logged. */
  readonly correlation?: Pick<Correlation, 'begin'>;
  /** @default 16 KB */
  readonly bodyLimitBytes?: number;
  /** Headers of every answer that has none of that name itself, instead of or beyond the usual. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Answers refusals and errors.
   *
   * @default problem+json
   */
  readonly onProblem?: MiddlewareObj<HttpEvent, HttpReply>;
  /** What comes after everything else has made the answer, such as compressing it. */
  readonly finish?: MiddlewareObj<HttpEvent, HttpReply>[];
}

/**
 * The middleware of every HTTP function: headers in lower case, a limit on the body, refusals and
 * errors as problem+json, headers on every answer, one log entry a request.
 *
 * There is no early timeout: one would answer and leave the write under way, to be finished
 * whenever the frozen environment wakes up again; at a hard timeout Lambda ends the process.
 */
export const httpStack = (
  handler: (event: HttpEvent) => Promise<HttpReply>,
  {
    log,
    correlation,
    bodyLimitBytes = DEFAULT_BODY_LIMIT_BYTES,
    headers = {},
    onProblem = problemHandler(log),
    finish = [],
  }: HttpStackOptions,
) =>
  middy<HttpEvent, HttpReply>({ timeoutEarlyInMillis: 0 })
    .use({ before: ({ event, context }) => correlation?.begin(event, context) })
    .use(requestLog(log))
    .use(finish)
    .use(responseHeaders({ ...HEADERS, ...headers }))
    .use(onProblem)
    .use(httpHeaderNormalizer())
    .use(bodyLimit(bodyLimitBytes))
    .handler((event: HttpEvent) => handler(event));
