import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createResponses } from '../../../adapters/dynamodb/responses.ts';

const table = mockClient(DynamoDBDocumentClient);
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const responses = createResponses({ client, tableName: 'responses' });

const key = { poll: 'spring', organization: 'harbor', id: '0'.repeat(32) };
const response = {
  answers: '5-1',
  revision: 2,
  channel: 'web',
  day: '2027-02-10',
  expiresAt: 1,
} as const;

beforeEach(() => table.reset());
afterAll(() => table.restore());

describe('responses, where the table fails', () => {
  test('a write that took effect although its answer was lost is the same again', async () => {
    table.on(UpdateCommand).rejects(
      new ConditionalCheckFailedException({
        $metadata: { attempts: 2 },
        message: 'failed',
        Item: { answers: { S: '5-1' }, revision: { N: '2' } },
      }),
    );
    expect(await responses.put(key, response)).toEqual({ kind: 'unchanged' });
  });

  test('a failed condition without the item is taken as superseded, never as accepted', async () => {
    table
      .on(UpdateCommand)
      .rejects(new ConditionalCheckFailedException({ $metadata: {}, message: 'failed' }));
    expect(await responses.put(key, response)).toEqual({ kind: 'superseded' });
  });

  test('any other failure is thrown', async () => {
    table.on(UpdateCommand).rejects(new Error('down'));
    table.on(PutCommand).rejects(new Error('down'));
    await expect(responses.put(key, response)).rejects.toThrow('down');
    await expect(responses.withdraw(key, 1)).rejects.toThrow('down');
  });
});
