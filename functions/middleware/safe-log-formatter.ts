import { LogFormatter, LogItem } from '@aws-lambda-powertools/logger';
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types';

import type { Correlation } from './correlation.ts';

const FRAME = /^\s+at /;

const framesOf = (error: Error): readonly string[] =>
  (error.stack ?? '').split('\n').flatMap((line) => (FRAME.test(line) ? line.trim() : []));

const requestIdOf = (error: Error): unknown =>
  '$metadata' in error
    ? (error.$metadata as { requestId?: unknown } | undefined)?.requestId
    : undefined;

/**
 * What a log may say of an error: its name, its codes, where it was thrown, and the AWS request
 * that failed. Never its message nor its other properties: a JSON error quotes what it read, and
 * a failed condition carries the item that was there.
 */
export const describeError = (error: Error): LogAttributes => ({
  name: error.name,
  code: 'code' in error ? error.code : undefined,
  codes: 'codes' in error ? error.codes : undefined,
  requestId: requestIdOf(error),
  frames: framesOf(error),
  cause: error.cause instanceof Error ? describeError(error.cause) : undefined,
});

/** A log entry: when, where, in what it is part of, a stable code as its message, and the attributes it was given. */
export class SafeLogFormatter extends LogFormatter {
  readonly #correlation: Pick<Correlation, 'current'> | undefined;

  constructor(correlation?: Pick<Correlation, 'current'>) {
    super();
    this.#correlation = correlation;
  }

  override formatError(error: Error): LogAttributes {
    return describeError(error);
  }

  override formatAttributes(entry: UnformattedAttributes, extra: LogAttributes): LogItem {
    return new LogItem({
      attributes: {
        level: entry.logLevel,
        message: entry.message,
        timestamp: this.formatTimestamp(entry.timestamp),
        service: entry.serviceName,
        function_name: entry.lambdaContext?.functionName,
        request_id: entry.lambdaContext?.awsRequestId,
        correlation: this.#correlation?.current(),
        cold_start: entry.lambdaContext?.coldStart,
      },
    }).addAttributes(extra);
  }
}
