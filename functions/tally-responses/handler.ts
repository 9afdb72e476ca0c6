import { setTimeout } from 'node:timers/promises';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { createExclusions } from '../../adapters/dynamodb/exclusions.ts';
import { createOrganizations } from '../../adapters/dynamodb/organizations.ts';
import { createPolls } from '../../adapters/dynamodb/polls.ts';
import { createResponseBuckets } from '../../adapters/dynamodb/response-buckets.ts';
import { createSeals } from '../../adapters/dynamodb/seals.ts';
import { createTallies } from '../../adapters/dynamodb/tallies.ts';
import { createEventBridgeClient } from '../../adapters/eventbridge/event-bridge-client.ts';
import { createEvents } from '../../adapters/eventbridge/events.ts';
import { SLOWING_WINDOW_SECONDS } from '../../core/collecting/slowing.ts';
import { backoffMs } from '../../core/counting/backoff.ts';
import { createCorrelation } from '../middleware/correlation.ts';
import { readEnvironment } from '../middleware/environment.ts';
import { eventStack } from '../middleware/event-stack.ts';
import { createLogger } from '../middleware/logger.ts';
import { createMetrics } from '../middleware/metrics.ts';
import { createArrivals } from './arrivals.ts';
import { TallyResponsesEnv } from './env.ts';
import { pauseAfterLostRace } from './pause-after-lost-race.ts';
import { type TallyDeps, tallyResponses } from './tally-responses.ts';

const MS_PER_SECOND = 1000;

const env = readEnvironment(TallyResponsesEnv);
const correlation = createCorrelation();
const client = createDocumentClient();
const log = createLogger(correlation);
const metrics = createMetrics<'tally'>();
const pollsTable = { client, tableName: env.POLLS_TABLE };

const deps: TallyDeps = {
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
  arrivals: createArrivals({ windowMs: SLOWING_WINDOW_SECONDS * MS_PER_SECOND }),
  now: () => new Date(),
  pause: pauseAfterLostRace({
    count: metrics.count,
    pause: (failed) => setTimeout(backoffMs(failed, Math.random())),
  }),
  logger: log,
  count: metrics.count,
};

export const handler = eventStack((event: DynamoDBStreamEvent) => tallyResponses(deps, event), {
  log,
  correlation,
}).use(metrics.published);
