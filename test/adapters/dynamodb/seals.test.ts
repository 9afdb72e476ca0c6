import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createSeals } from '../../../adapters/dynamodb/seals.ts';

const table = mockClient(DynamoDBDocumentClient);
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const seals = createSeals({ client, tableName: 'polls' });

const CLOSES_AT = '2027-02-01T00:00:00.000Z';
const SEAL = { sealedAt: '2027-02-01T00:01:00.000Z', day: '2027-02-01' };

const cancelled = (...codes: readonly string[]) =>
  new TransactionCanceledException({
    $metadata: {},
    message: 'cancelled',
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

beforeEach(() => table.reset());
afterAll(() => table.restore());

describe('seals, where the table fails', () => {
  test('a seal that is there already wins over an end that has moved', async () => {
    table
      .on(TransactWriteCommand)
      .rejects(cancelled('ConditionalCheckFailed', 'ConditionalCheckFailed'));
    expect(await seals.put('p', CLOSES_AT, SEAL)).toEqual({ kind: 'already-sealed' });
  });

  test('a conflict with another transaction is thrown, to be tried again', async () => {
    table.on(TransactWriteCommand).rejects(cancelled('TransactionConflict', 'None'));
    await expect(seals.put('p', CLOSES_AT, SEAL)).rejects.toThrow(TransactionCanceledException);
  });

  test('any other failure is thrown', async () => {
    table.on(TransactWriteCommand).rejects(new Error('throttled'));
    await expect(seals.put('p', CLOSES_AT, SEAL)).rejects.toThrow('throttled');
  });
});
