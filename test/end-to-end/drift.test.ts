import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  GetScheduleCommand,
  paginateListSchedules,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { DeleteCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { ensureAccepted } from '../../local/api/ensure-accepted.ts';
import { putResponse } from '../../local/api/response-requests.ts';
import { clientSettings } from '../../local/aws/client-settings.ts';
import { CORRELATION } from '../../schemas/format.ts';
import type { SweepRequest } from '../../schemas/sweep.ts';
import { aHolder, openPoll } from '../api/a-poll.ts';
import type { ApiWorld } from '../api/api-world.ts';
import { countTallied } from '../api/count-tallied.ts';
import { deployedWorld } from './deployed-world.ts';

const SHARDS = [...'0123456789abcdef'];
const GROUP = 'groundswell-local-one-off-schedules';

const { emulatorUrl, tables, functions } = inject('deployment');
const settings = clientSettings(emulatorUrl);
const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient(settings));
const scheduler = new SchedulerClient(settings);
const lambda = new LambdaClient(settings);

let world: ApiWorld;
let poll: string;

const loseTallies = async (): Promise<void> => {
  for (const shard of SHARDS) {
    const { Items = [] } = await dynamo.send(
      new QueryCommand({
        TableName: tables.tallies,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `${poll}#${shard}` },
      }),
    );
    for (const { pk, sk } of Items) {
      await dynamo.send(new DeleteCommand({ TableName: tables.tallies, Key: { pk, sk } }));
    }
  }
};

const sweep = async (request: SweepRequest): Promise<void> => {
  const { FunctionError } = await lambda.send(
    new InvokeCommand({ FunctionName: functions.sweep, Payload: JSON.stringify(request) }),
  );
  expect(FunctionError).toBeUndefined();
};

/** The second looks at this poll that are scheduled. */
const scheduledRechecks = async (): Promise<readonly SweepRequest[]> => {
  const found: SweepRequest[] = [];
  const pages = paginateListSchedules(
    { client: scheduler },
    { GroupName: GROUP, NamePrefix: 'recheck-' },
  );
  for await (const { Schedules = [] } of pages) {
    for (const { Name } of Schedules) {
      const { Target } = await scheduler.send(new GetScheduleCommand({ Name, GroupName: GROUP }));
      const request = JSON.parse(Target?.Input ?? '{}');
      if (request.poll === poll) found.push(request);
    }
  }
  return found;
};

beforeAll(async () => {
  world = deployedWorld();
  poll = await openPoll(world);
  const answers = { apples: 4 };
  await ensureAccepted(world.call, putResponse(aHolder(poll), { revision: 0, answers }));
  await world.tallied(poll, 1);
});

describe('a tally that was lost', () => {
  test('is noticed by a check, which asks for one second look however often it runs', async () => {
    await loseTallies();
    await sweep({ kind: 'check' });
    await sweep({ kind: 'check' });
    const suspects = [{ organization: 'first', bucket: expect.any(Number), revision: 0 }];
    const correlation = expect.stringMatching(CORRELATION);
    expect(await scheduledRechecks()).toEqual([{ kind: 'recheck', poll, suspects, correlation }]);
  });

  test('is counted again by the second look', async () => {
    const [recheck] = await scheduledRechecks();
    await sweep(recheck as SweepRequest);
    expect(await countTallied(emulatorUrl, tables.tallies, poll)).toBe(1);
  });
});
