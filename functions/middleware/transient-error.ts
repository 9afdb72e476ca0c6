/** Names by which the AWS SDK, Node and our adapters tell that another attempt may well succeed. */
const TRANSIENT: ReadonlySet<unknown> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'InternalServerError',
  'KeysUnavailableError',
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestTimeout',
  'ServiceUnavailable',
  'ThrottlingException',
  'TimeoutError',
  'TooManyRequestsException',
  'TransactionConflictException',
  'TransactionInProgressException',
]);

/** Why DynamoDB cancels a transaction that may go through the next time. */
const TRANSIENT_CANCELLATIONS: readonly unknown[] = [
  'ProvisionedThroughputExceeded',
  'ThrottlingError',
  'TransactionConflict',
];

const TOO_MANY_REQUESTS = 429;
const LEAST_OF_SERVER_ERRORS = 500;

type Told = {
  readonly code?: unknown;
  /** Declared by every error of the SDK, and set only on those that are worth another attempt. */
  readonly $retryable?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly CancellationReasons?: readonly { readonly Code?: string }[];
};

const isStatusOfAMoment = (status = 0): boolean =>
  status === TOO_MANY_REQUESTS || status >= LEAST_OF_SERVER_ERRORS;

/** Whether an error comes from a service that is busy or out of reach for the moment. */
export const isTransient = (error: Error): boolean => {
  const { code, $retryable, $metadata, CancellationReasons = [] }: Error & Told = error;
  return (
    $retryable !== undefined ||
    TRANSIENT.has(error.name) ||
    TRANSIENT.has(code) ||
    isStatusOfAMoment($metadata?.httpStatusCode) ||
    CancellationReasons.some(({ Code }) => TRANSIENT_CANCELLATIONS.includes(Code))
  );
};
