import type { MiddlewareObj } from '@middy/core';
import type { Log } from './logger.ts';
import { thrownError } from './thrown-error.ts';

/**
 * An invocation failed and is to be retried. It says no more than the names of what was thrown,
 * because Lambda writes an error's message to the log and hands it to the on-failure destination.
 */
export class InvocationFailedError extends Error {
  override readonly name = 'InvocationFailedError';

  constructor(cause: Error) {
    super(`${cause.name}: see the log entry "invocation.failed"`);
  }
}

/** Logs what was thrown, by name and place, and fails the invocation so that it is retried. */
export const failureHandler = (log: Log): MiddlewareObj => ({
  onError: ({ error }) => {
    const cause = thrownError(error);
    log.error('invocation.failed', { error: cause });
    throw new InvocationFailedError(cause);
  },
});
