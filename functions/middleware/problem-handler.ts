import type { MiddlewareObj } from '@middy/core';
import type { HttpReply } from './http-reply.ts';
import type { Log } from './logger.ts';
import { ProblemError } from './problem-error.ts';
import { problemReply } from './problem-reply.ts';
import { thrownError } from './thrown-error.ts';
import { isTransient } from './transient-error.ts';

const RETRY_AFTER_SECONDS = '5';

const unexpected = (error: Error): ProblemError =>
  isTransient(error)
    ? new ProblemError('unavailable', { headers: { 'retry-after': RETRY_AFTER_SECONDS } })
    : new ProblemError('internal');

/**
 * Turns whatever was thrown into `application/problem+json`. A refusal says what to do; of any
 * other error the client learns nothing, and the log its name and place.
 */
export const problemHandler = (log: Log): MiddlewareObj<unknown, HttpReply> => ({
  onError: (request) => {
    const { error } = request;
    if (error instanceof ProblemError) {
      request.response = problemReply(error);
      return;
    }
    const cause = thrownError(error);
    log.error('request.failed', { error: cause });
    request.response = problemReply(unexpected(cause));
  },
});
