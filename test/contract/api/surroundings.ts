import { randomBytes } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateEventBusCommand, EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateScheduleGroupCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { clientSettings } from '../../../local/aws/client-settings.ts';

const KEYS = { pk: 'HASH', sk: 'RANGE' } as const;

/** What the functions need around them, made in an emulator under names of its own. */
export const createSurroundings = async (endpoint: string) => {
  const settings = clientSettings(endpoint);
  const suffix = randomBytes(6).toString('hex');
  const name = (what: string) => `${what}-${suffix}`;
  const dynamo = new DynamoDBClient(settings);
  for (const table of ['responses', 'tallies', 'polls']) {
    await dynamo.send(
      new CreateTableCommand({
        TableName: name(table),
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: Object.entries(KEYS).map(([AttributeName, KeyType]) => ({
          AttributeName,
          KeyType,
        })),
        AttributeDefinitions: Object.keys(KEYS).map((AttributeName) => ({
          AttributeName,
          AttributeType: 'S' as const,
        })),
      }),
    );
  }
  const s3 = new S3Client(settings);
  for (const bucket of ['reports', 'checkpoints', 'participation']) {
    await s3.send(new CreateBucketCommand({ Bucket: name(bucket) }));
  }
  await new EventBridgeClient(settings).send(new CreateEventBusCommand({ Name: name('bus') }));
  await new SchedulerClient(settings).send(new CreateScheduleGroupCommand({ Name: name('group') }));
  return {
    RESPONSES_TABLE: name('responses'),
    TALLIES_TABLE: name('tallies'),
    POLLS_TABLE: name('polls'),
    REPORTS_BUCKET: name('reports'),
    CHECKPOINTS_BUCKET: name('checkpoints'),
    PARTICIPATION_BUCKET: name('participation'),
    EVENT_BUS: name('bus'),
    SCHEDULE_GROUP: name('group'),
  };
};
