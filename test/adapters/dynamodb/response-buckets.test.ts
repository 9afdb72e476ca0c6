import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createResponseBuckets } from '../../../adapters/dynamodb/response-buckets.ts';
import { allOf } from './all-of.ts';

const table = mockClient(DynamoDBDocumentClient);
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const buckets = createResponseBuckets({ client, tableName: 'responses' });

const BUCKET = { poll: 'spring', organization: 'harbor', bits: 0, index: 0 };
const KEY = { pk: 'spring#harbor', sk: '7'.repeat(32) };
const read = () => allOf(buckets.read(BUCKET));
const page = (...Items: readonly object[]) => ({ Items: [...Items] });
const response = (answers: string) => ({ answers, channel: 'web', day: '2027-02-10' });

beforeEach(() => table.reset());
afterAll(() => table.restore());

describe('response buckets, page by page', () => {
  test('every page is read, each from where the one before ended, also an empty one', async () => {
    table
      .on(QueryCommand)
      .resolvesOnce({ ...page(response('1')), LastEvaluatedKey: KEY })
      .resolvesOnce({ ...page(), LastEvaluatedKey: KEY })
      .resolvesOnce(page(response('2')));
    expect((await read()).flatMap(({ responses }) => responses)).toEqual([
      response('1'),
      response('2'),
    ]);
    const starts = table.commandCalls(QueryCommand).map(({ args }) => args[0].input);
    expect(starts.map(({ ExclusiveStartKey }) => ExclusiveStartKey)).toEqual([undefined, KEY, KEY]);
    expect(starts.every(({ ConsistentRead }) => ConsistentRead)).toBe(true);
  });

  test('a page that fails fails the whole: half a bucket is never counted', async () => {
    table
      .on(QueryCommand)
      .resolvesOnce({ ...page(response('1')), LastEvaluatedKey: KEY })
      .rejectsOnce(new Error('throttled'));
    await expect(read()).rejects.toThrow('throttled');
  });

  test('a page is asked for once the one before was taken, so that one at most is held', async () => {
    table.on(QueryCommand).resolves({ ...page(), LastEvaluatedKey: KEY });
    const asked = () => table.commandCalls(QueryCommand).length;
    for await (const _page of buckets.read(BUCKET)) {
      if (asked() === 3) break;
    }
    expect(asked()).toBe(3);
  });

  test('of tombstones their number is told', async () => {
    const tombstone = { withdrawn: true };
    table.on(QueryCommand).resolves(page(tombstone, response('1'), tombstone));
    expect(await read()).toEqual([{ responses: [response('1')], tombstones: 2 }]);
  });

  test('neither keys nor revisions nor expiry leave the table', async () => {
    table.on(QueryCommand).resolves(page());
    await read();
    const [call] = table.commandCalls(QueryCommand);
    expect(call?.args[0].input.ProjectionExpression).toBe('#answers, #channel, #day, #withdrawn');
  });
});
