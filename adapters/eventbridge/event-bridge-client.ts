import { EventBridgeClient } from '@aws-sdk/client-eventbridge';

/** The EventBridge client that every function uses, with bounded waits. */
export const createEventBridgeClient = (): EventBridgeClient =>
  new EventBridgeClient({
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: 1000,
      requestTimeout: 5000,
      throwOnRequestTimeout: true,
    },
  });
