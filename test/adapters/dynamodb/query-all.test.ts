import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { queryAll } from '../../../adapters/dynamodb/query-all.ts';

const table = mockClient(DynamoDBDocumentClient);
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const QUERY = Object.freeze({ TableName: 'polls', Limit: 1 });
const KEY = { pk: 'a', sk: 'b' };

beforeEach(() => table.reset());

test('a query goes on from page to page, empty ones too, until one has no next', async () => {
  table
    .on(QueryCommand)
    .resolvesOnce({ LastEvaluatedKey: KEY })
    .resolvesOnce({ Items: [{ sk: '1' }], LastEvaluatedKey: KEY })
    .resolvesOnce({ Items: [{ sk: '2' }] });
  expect(await queryAll(client, QUERY)).toEqual([{ sk: '1' }, { sk: '2' }]);
  const asked = table.commandCalls(QueryCommand).map(({ args }) => args[0].input);
  expect(asked).toEqual([
    { ...QUERY, ExclusiveStartKey: undefined },
    { ...QUERY, ExclusiveStartKey: KEY },
    { ...QUERY, ExclusiveStartKey: KEY },
  ]);
});

test('a page that fails fails the query', async () => {
  table
    .on(QueryCommand)
    .resolvesOnce({ Items: [{ sk: '1' }], LastEvaluatedKey: KEY })
    .rejects(new Error('throttled'));
  await expect(queryAll(client, QUERY)).rejects.toThrow('throttled');
});
