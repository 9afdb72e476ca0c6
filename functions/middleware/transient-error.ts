/** Names by which the AWS SDK and Node tell that another attempt may well succeed. */
const TRANSIENT: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'InternalServerError',
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ServiceUnavailable',
  'ThrottlingException',
  'TimeoutError',
  'TooManyRequestsException',
  'TransactionInProgressException',
]);

/** Whether an error comes from a service that is busy or out of reach for the moment. */
export const isTransient = (error: Error): boolean =>
  '$retryable' in error ||
  TRANSIENT.has(error.name) ||
  ('code' in error && TRANSIENT.has(error.code));
