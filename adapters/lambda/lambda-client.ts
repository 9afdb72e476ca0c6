import { LambdaClient } from '@aws-sdk/client-lambda';

/** The Lambda client that every function uses, with bounded waits. */
export const createLambdaClient = (): LambdaClient =>
  new LambdaClient({
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: 1000,
      requestTimeout: 5000,
      throwOnRequestTimeout: true,
    },
  });
