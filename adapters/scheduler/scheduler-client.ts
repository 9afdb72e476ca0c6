import { SchedulerClient } from '@aws-sdk/client-scheduler';

/** The EventBridge Scheduler client that every function uses, with bounded waits. */
export const createSchedulerClient = (): SchedulerClient =>
  new SchedulerClient({
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: 1000,
      requestTimeout: 5000,
      throwOnRequestTimeout: true,
    },
  });
