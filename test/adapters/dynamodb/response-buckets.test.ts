import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createResponseBuckets } from '../../../adapters/dynamodb/response-buckets.ts';

const table = mockClient(DynamoDBDocumentClient);
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const buckets = createResponseBuckets({ client, tableName: 'responses' });

const BUCKET = { poll: 'spring', organization: 'harbor', bits: 0, index: 0 };
const KEY = { pk: 'spring#harbor', sk: '7'.repeat(32) };
const response = (answers: string) => ({ answers, channel: 'web', day: '2027-02-10' });

beforeEach(() => table.reset());
afterAll(() => table.restore());

describe('response buckets, page by page', () => {
  test('every page is read, each from where the one before ended, also an empty one', async () => {
    table
      .on(QueryCommand)
      .resolvesOnce({ Items: [response('1')], LastEvaluatedKey: KEY })
      .resolvesOnce({ Items: [], LastEvaluatedKey: KEY })
      .resolvesOnce({ Items: [response('2')] });
    expect(await buckets.read(BUCKET)).toEqual([response('1'), response('2')]);
    const starts = table.commandCalls(QueryCommand).map(({ args }) => args[0].input);
    expect(starts.map(({ ExclusiveStartKey }) => ExclusiveStartKey)).toEqual([undefined, KEY, KEY]);
    expect(starts.every(({ ConsistentRead }) => ConsistentRead)).toBe(true);
  });

  test('a page that fails fails the whole: half a bucket is never counted', async () => {
    table
      .on(QueryCommand)
      .resolvesOnce({ Items: [response('1')], LastEvaluatedKey: KEY })
      .rejectsOnce(new Error('throttled'));
    await expect(buckets.read(BUCKET)).rejects.toThrow('throttled');
  });

  test('neither keys nor revisions nor expiry leave the table', async () => {
    table.on(QueryCommand).resolves({ Items: [] });
    await buckets.read(BUCKET);
    const [call] = table.commandCalls(QueryCommand);
    expect(Object.values(call?.args[0].input.ExpressionAttributeNames ?? {}).sort()).toEqual([
      'answers',
      'channel',
      'day',
      'withdrawn',
    ]);
  });
});
