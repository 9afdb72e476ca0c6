import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { retryConflicts } from './retry-conflicts.ts';

export interface DocumentClientOptions {
  /**
   * How long one attempt may wait for its answer, in milliseconds.
   *
   * @default 3000
   */
  readonly requestTimeoutMs?: number;
}

/**
 * The DynamoDB client that every function uses. An attempt that hangs becomes an error while
 * there is still time for another one. The endpoint is AWS_ENDPOINT_URL where that is set.
 */
export const createDocumentClient = ({
  requestTimeoutMs = 3000,
}: DocumentClientOptions = {}): DynamoDBDocumentClient => {
  const client = new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: 1000,
      requestTimeout: requestTimeoutMs,
      throwOnRequestTimeout: true,
    },
  });
  retryConflicts(client);
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
};
