import {
  ConditionalCheckFailedException,
  InternalServerError,
  ProvisionedThroughputExceededException,
  ReplicatedWriteConflictException,
  ResourceNotFoundException,
  ThrottlingException,
  TransactionCanceledException,
  TransactionConflictException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb';
import { NoSuchBucket, S3ServiceException } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { isTransient } from '../../../functions/middleware/transient-error.ts';
import { KeysUnavailableError } from '../../../functions/serve-reports/published-keys.ts';

const told = { message: 'told', $metadata: { httpStatusCode: 400 } };

const cancelled = (...codes: readonly string[]) =>
  new TransactionCanceledException({
    ...told,
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

/** An error that the SDK has no class of its own for. */
const unmodeled = (name: string, httpStatusCode: number) =>
  new S3ServiceException({ name, $fault: 'client', $metadata: { httpStatusCode } });

describe('isTransient(error)', () => {
  test.each([
    new ThrottlingException(told),
    new ProvisionedThroughputExceededException(told),
    new InternalServerError(told),
    new TransactionConflictException(told),
    new TransactionInProgressException(told),
    new ReplicatedWriteConflictException(told),
    unmodeled('SlowDown', 503),
    unmodeled('InternalError', 500),
    unmodeled('TooMany', 429),
    new KeysUnavailableError('down'),
    Object.assign(new Error('timed out'), { name: 'TimeoutError' }),
  ])('holds for $name, which another attempt may well not meet', (error) => {
    expect(isTransient(error)).toBe(true);
  });

  test.each(['ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN'])(
    'holds for a connection lost by %s',
    (code) => {
      expect(isTransient(Object.assign(new Error('lost'), { code }))).toBe(true);
    },
  );

  test.each([
    new ResourceNotFoundException(told),
    new ConditionalCheckFailedException(told),
    new NoSuchBucket(told),
    unmodeled('AccessDeniedException', 400),
    unmodeled('AccessDenied', 403),
    unmodeled('ValidationException', 400),
    new TypeError('undefined is not a function'),
  ])('does not hold for $name, which will be met again', (error) => {
    expect(isTransient(error)).toBe(false);
  });

  test.each(['ThrottlingError', 'ProvisionedThroughputExceeded', 'TransactionConflict'])(
    'holds for a transaction that was cancelled by %s',
    (code) => {
      expect(isTransient(cancelled('None', code))).toBe(true);
    },
  );

  test.each(['ConditionalCheckFailed', 'ItemCollectionSizeLimitExceeded', 'ValidationError'])(
    'does not hold for a transaction that was cancelled by %s',
    (code) => {
      expect(isTransient(cancelled('None', code))).toBe(false);
    },
  );
});
