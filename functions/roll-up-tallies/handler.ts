import * as z from 'zod';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { createOrganizations } from '../../adapters/dynamodb/organizations.ts';
import { createPolls } from '../../adapters/dynamodb/polls.ts';
import { createReleases } from '../../adapters/dynamodb/releases.ts';
import { createSeals } from '../../adapters/dynamodb/seals.ts';
import { createTallies } from '../../adapters/dynamodb/tallies.ts';
import { createEventBridgeClient } from '../../adapters/eventbridge/event-bridge-client.ts';
import { createEvents } from '../../adapters/eventbridge/events.ts';
import { createPollAnnouncer } from '../../adapters/eventbridge/poll-announcer.ts';
import { createCheckpoints } from '../../adapters/s3/checkpoints.ts';
import { createParticipation } from '../../adapters/s3/participation.ts';
import { createReports } from '../../adapters/s3/reports.ts';
import { createS3Client } from '../../adapters/s3/s3-client.ts';
import { PollId } from '../../schemas/identifier.ts';
import { createCorrelation } from '../middleware/correlation.ts';
import { readEnvironment } from '../middleware/environment.ts';
import { eventStack } from '../middleware/event-stack.ts';
import { createLogger } from '../middleware/logger.ts';
import { createMetrics } from '../middleware/metrics.ts';
import { RollUpEnv } from './env.ts';
import { rollUpTallies } from './roll-up-tallies.ts';

const env = readEnvironment(RollUpEnv);
const correlation = createCorrelation();
const client = createDocumentClient();
const s3 = createS3Client();
const log = createLogger(correlation);
const metrics = createMetrics<'rollup'>();
const pollsTable = { client, tableName: env.POLLS_TABLE };
const polls = createPolls(pollsTable);
const events = createEvents({
  client: createEventBridgeClient(),
  busName: env.EVENT_BUS,
  correlation: correlation.current,
});

const deps = {
  now: () => new Date(),
  polls,
  announcePoll: createPollAnnouncer({ polls, events }),
  organizations: createOrganizations(pollsTable),
  tallies: createTallies({ client, tableName: env.TALLIES_TABLE }),
  seals: createSeals(pollsTable),
  releases: createReleases(pollsTable),
  reports: createReports({ client: s3, bucket: env.REPORTS_BUCKET }),
  checkpoints: createCheckpoints({ client: s3, bucket: env.CHECKPOINTS_BUCKET }),
  participation: createParticipation({ client: s3, bucket: env.PARTICIPATION_BUCKET }),
  events,
  logger: log,
  count: metrics.count,
};

/** Which poll to roll up; every poll where none is named, as the schedule has it. */
const RollUpRequest = z.object({ poll: PollId.optional() });

export const handler = eventStack(
  (event: unknown) => rollUpTallies(deps, RollUpRequest.parse(event).poll),
  { log, correlation },
).use(metrics.published);
