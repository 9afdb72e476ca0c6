import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type { Correlation } from './correlation.ts';
import { failureHandler } from './failure-handler.ts';
import type { Log } from './logger.ts';

export interface EventStackOptions {
  readonly log: Log;
  /** Is told of each invocation before anything is logged. */
  readonly correlation?: Pick<Correlation, 'begin'>;
}

/**
 * The middleware of every function that streams, schedules and other functions invoke: log
 * entries carry the request id, errors reach the log without their messages and fail the
 * invocation. The event itself is never logged.
 */
export const eventStack = <Event, Result>(
  handler: (event: Event, context: Context) => Promise<Result>,
  { log, correlation }: EventStackOptions,
) =>
  middy<Event, Result>({ timeoutEarlyInMillis: 0 })
    .use({
      before: ({ event, context }) => {
        correlation?.begin(event, context);
        log.addContext(context);
      },
    })
    .use(failureHandler(log))
    .handler((event: Event, context: Context) => handler(event, context));
