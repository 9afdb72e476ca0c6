import { randomUUID } from 'node:crypto';
import { createAuditTrail } from '../../adapters/dynamodb/audit-trail.ts';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { createExclusions } from '../../adapters/dynamodb/exclusions.ts';
import { createOrganizations } from '../../adapters/dynamodb/organizations.ts';
import { createPolls } from '../../adapters/dynamodb/polls.ts';
import { createReleases } from '../../adapters/dynamodb/releases.ts';
import { createSeals } from '../../adapters/dynamodb/seals.ts';
import { createEventBridgeClient } from '../../adapters/eventbridge/event-bridge-client.ts';
import { createEvents } from '../../adapters/eventbridge/events.ts';
import { createPollAnnouncer } from '../../adapters/eventbridge/poll-announcer.ts';
import { createInvoker } from '../../adapters/lambda/invoker.ts';
import { createLambdaClient } from '../../adapters/lambda/lambda-client.ts';
import { createOneOffSchedules } from '../../adapters/scheduler/one-off-schedules.ts';
import { createSchedulerClient } from '../../adapters/scheduler/scheduler-client.ts';
import { createCorrelation } from '../middleware/correlation.ts';
import { readEnvironment } from '../middleware/environment.ts';
import { httpStack } from '../middleware/http-stack.ts';
import { createLogger } from '../middleware/logger.ts';
import { ManagePollsEnv } from './env.ts';
import { managePolls } from './manage-polls.ts';
import { stackOptions } from './stack-options.ts';

const env = readEnvironment(ManagePollsEnv);
const correlation = createCorrelation();
const table = { client: createDocumentClient(), tableName: env.POLLS_TABLE };
const polls = createPolls(table);
const events = createEvents({
  client: createEventBridgeClient(),
  busName: env.EVENT_BUS,
  correlation: correlation.current,
});
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

/**
 * Runs polls for administrators: puts, opens, closes and lists them and their organizations, and
 * asks for a release (over HTTP, behind the gateway's token check). Each call reads, decides and
 * writes, together with its audit entry, on condition that nothing changed between; then come the
 * schedule, the event and the note that it went out. A call that comes twice, or again after a
 * crash anywhere, finishes what is left and changes nothing else.
 */
export const handler = httpStack(
  managePolls(
    {
      polls,
      organizations: createOrganizations(table),
      exclusions: createExclusions(table),
      releases: createReleases(table),
      seals: createSeals(table),
      auditTrail: createAuditTrail(table),
      newId: randomUUID,
      announce: createPollAnnouncer({ polls, events }),
      scheduleSeal: (poll, at) =>
        schedules.set({
          name: `seal-${poll}`,
          at,
          targetArn: env.SWEEP_FUNCTION_ARN,
          payload: { kind: 'seal', poll },
        }),
      requestRollUp: (poll) => invoker.invokeAsync(env.ROLLUP_FUNCTION, { poll }),
      requestRecount: (poll, organization) =>
        invoker.invokeAsync(env.SWEEP_FUNCTION_ARN, {
          kind: 'recount-organization',
          poll,
          organization,
        }),
      now: () => new Date(),
      graceSeconds: env.GRACE_SECONDS,
    },
    { rolesClaim: env.ROLES_CLAIM },
  ),
  {
    log: createLogger(correlation),
    correlation,
    ...stackOptions,
  },
);
