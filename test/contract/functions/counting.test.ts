import { randomUUID } from 'node:crypto';
import { CreateEventBusCommand, EventBridgeClient } from '@aws-sdk/client-eventbridge';
import {
  CreateScheduleGroupCommand,
  ListSchedulesCommand,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import type { Context } from 'aws-lambda';
import { beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { createOrganizations } from '../../../adapters/dynamodb/organizations.ts';
import { createPolls } from '../../../adapters/dynamodb/polls.ts';
import { createResponses } from '../../../adapters/dynamodb/responses.ts';
import { createTallies } from '../../../adapters/dynamodb/tallies.ts';
import type { SweepRequest } from '../../../schemas/sweep.ts';
import { anOpenPoll, anOrganization, streamRecord } from '../../functions/counting-world.ts';
import { anAuditEntry } from '../adapters/an-audit-entry.ts';
import { createEmulatedTable, settingsFor } from '../adapters/emulated-table.ts';

const SHAPE = { items: 2, levels: 3 };
const EXPIRES_AT = 1_900_000_000;
const ORGANIZATIONS = [anOrganization('harbor'), anOrganization('open-door', 1)];

type Invoke = (event: unknown) => Promise<unknown>;
type Table = Awaited<ReturnType<typeof createEmulatedTable>>;

let responses: Table;
let tallies: Table;
let tally: Invoke;
let sweep: (request: SweepRequest) => Promise<unknown>;

const group = `sweeps-${randomUUID()}`;
const endpoint = inject('awsEndpoint');
const context = { awsRequestId: 'request-1', getRemainingTimeInMillis: () => 60_000 } as Context;

const deployStores = async (): Promise<Readonly<Record<string, string>>> => {
  responses = await createEmulatedTable(endpoint);
  tallies = await createEmulatedTable(endpoint);
  const polls = await createEmulatedTable(endpoint);
  const { version: _version, ...draft } = anOpenPoll();
  await createPolls(polls).put(draft, anAuditEntry('p'));
  const guard = { pollVersion: 1, opened: false, released: false };
  await createOrganizations(polls).put('p', ORGANIZATIONS, guard, () => anAuditEntry('p'));
  const bus = `bus-${randomUUID()}`;
  await new EventBridgeClient(settingsFor(endpoint)).send(new CreateEventBusCommand({ Name: bus }));
  await new SchedulerClient(settingsFor(endpoint)).send(
    new CreateScheduleGroupCommand({ Name: group }),
  );
  return {
    RESPONSES_TABLE: responses.tableName,
    TALLIES_TABLE: tallies.tableName,
    POLLS_TABLE: polls.tableName,
    EVENT_BUS: bus,
  };
};

beforeAll(async () => {
  const variables = {
    ...(await deployStores()),
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    POWERTOOLS_LOG_LEVEL: 'INFO',
    POWERTOOLS_METRICS_DISABLED: 'true',
    GRACE_SECONDS: '60',
    RECHECK_SECONDS: '300',
    SCHEDULE_GROUP: group,
    SCHEDULE_ROLE_ARN: 'arn:aws:iam::000000000000:role/schedules',
    SWEEP_FUNCTION_ARN: 'arn:aws:lambda:us-east-1:000000000000:function:sweep',
    ROLLUP_FUNCTION: 'rollup',
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const tallyFunction = await import('../../../functions/tally-responses/handler.ts');
  const sweepFunction = await import('../../../functions/sweep-tallies/handler.ts');
  tally = (event) => tallyFunction.handler(event as never, context);
  sweep = (request) => sweepFunction.handler(request, context);
});

const idOf = (at: number): string =>
  (at * 37).toString(16).padStart(2, '0').slice(-2).padEnd(32, '0');

const respond = (organization: string, at: number, answers: string, revision = 1) =>
  createResponses(responses).put(
    { poll: 'p', organization, id: idOf(at) },
    { answers, revision, channel: 'web', day: '2027-01-15', expiresAt: EXPIRES_AT },
  );

const countsOf = async (organization: string) => {
  const organizations = await createTallies(tallies).list('p', SHAPE);
  return organizations.find((one) => one.organization === organization)?.counts;
};

describe('counting, over real stores', () => {
  test('while responses change and workers overlap, the tallies end at the truth', async () => {
    const changes = Array.from({ length: 6 }, (_, at) => at);
    await Promise.all(
      changes.flatMap((at) =>
        ORGANIZATIONS.map(async ({ id }) => {
          await respond(id, at, '1-');
          await tally({ Records: [streamRecord(id, idOf(at))] });
          await respond(id, at, at % 2 === 0 ? '33' : '-2', 2);
          const record = streamRecord(id, idOf(at));
          await Promise.all([tally({ Records: [record] }), tally({ Records: [record, record] })]);
        }),
      ),
    );
    for (const { id } of ORGANIZATIONS) {
      expect(await countsOf(id)).toEqual([
        [0, 0, 3],
        [0, 3, 3],
      ]);
    }
  });

  test('what the stream did not tell, a check notices and a second look repairs', async () => {
    await respond('harbor', 0, '1-', 3);
    await sweep({ kind: 'check' });
    const scheduler = new SchedulerClient(settingsFor(endpoint));
    const { Schedules } = await scheduler.send(new ListSchedulesCommand({ GroupName: group }));
    expect(Schedules).toHaveLength(1);
    const stored = await createTallies(tallies).get(
      { poll: 'p', organization: 'harbor', bits: 0, index: 0 },
      SHAPE,
    );
    const suspect = { organization: 'harbor', bucket: 0, revision: stored?.revision ?? 0 };
    await sweep({ kind: 'recheck', poll: 'p', suspects: [suspect] });
    expect(await countsOf('harbor')).toEqual([
      [1, 0, 2],
      [0, 3, 2],
    ]);
  });

  test('a recount counts what the stream did not tell at once', async () => {
    await respond('open-door', 1, '1-', 3);
    await sweep({ kind: 'recount' });
    expect(await countsOf('open-door')).toEqual([
      [1, 0, 3],
      [0, 2, 3],
    ]);
  });

  test('an invocation that fails says no more than a name', async () => {
    const failed = sweep({ kind: 'nonsense' } as never);
    await expect(failed).rejects.toThrow(/^SweepRequestError: see the log entry/);
  });
});
