import { setTimeout } from 'node:timers/promises';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { createExclusions } from '../../adapters/dynamodb/exclusions.ts';
import { createOrganizations } from '../../adapters/dynamodb/organizations.ts';
import { createPolls } from '../../adapters/dynamodb/polls.ts';
import { createResponseBuckets } from '../../adapters/dynamodb/response-buckets.ts';
import { createSeals } from '../../adapters/dynamodb/seals.ts';
import { createTallies } from '../../adapters/dynamodb/tallies.ts';
import { createEventBridgeClient } from '../../adapters/eventbridge/event-bridge-client.ts';
import { createEvents } from '../../adapters/eventbridge/events.ts';
import { createInvoker } from '../../adapters/lambda/invoker.ts';
import { createLambdaClient } from '../../adapters/lambda/lambda-client.ts';
import { createOneOffSchedules } from '../../adapters/scheduler/one-off-schedules.ts';
import { createSchedulerClient } from '../../adapters/scheduler/scheduler-client.ts';
import { backoffMs } from '../../core/counting/backoff.ts';
import { createCorrelation } from '../middleware/correlation.ts';
import { readEnvironment } from '../middleware/environment.ts';
import { eventStack } from '../middleware/event-stack.ts';
import { createLogger } from '../middleware/logger.ts';
import { createMetrics } from '../middleware/metrics.ts';
import { SweepTalliesEnv } from './env.ts';
import type { SweepDeps } from './sweep-deps.ts';
import { sweepTallies } from './sweep-tallies.ts';

const env = readEnvironment(SweepTalliesEnv);
const correlation = createCorrelation();
const client = createDocumentClient();
const log = createLogger(correlation);
const metrics = createMetrics<'sweep'>();
const pollsTable = { client, tableName: env.POLLS_TABLE };
const invoker = createInvoker({
  client: createLambdaClient(),
  correlation: correlation.current,
});
const schedules = createOneOffSchedules({
  client: createSchedulerClient(),
  group: env.SCHEDULE_GROUP,
  roleArn: env.SCHEDULE_ROLE_ARN,
  correlation: correlation.current,
});

const deps: SweepDeps = {
  polls: createPolls(pollsTable),
  organizations: createOrganizations(pollsTable),
  exclusions: createExclusions(pollsTable),
  seals: createSeals(pollsTable),
  responses: createResponseBuckets({ client, tableName: env.RESPONSES_TABLE }),
  tallies: createTallies({ client, tableName: env.TALLIES_TABLE }),
  events: createEvents({
    client: createEventBridgeClient(),
    busName: env.EVENT_BUS,
    correlation: correlation.current,
  }),
  scheduleSweep: ({ name, at, request }) =>
    schedules.set({ name, at, targetArn: env.SWEEP_FUNCTION_ARN, payload: request }),
  startRollUp: (poll) => invoker.invokeAsync(env.ROLLUP_FUNCTION, { poll }),
  now: () => new Date(),
  pause: (failed) => setTimeout(backoffMs(failed, Math.random())),
  logger: log,
  count: metrics.count,
  graceSeconds: env.GRACE_SECONDS,
  recheckSeconds: env.RECHECK_SECONDS,
};

export const handler = eventStack((event: unknown) => sweepTallies(deps, event), {
  log,
  correlation,
}).use(metrics.published);
