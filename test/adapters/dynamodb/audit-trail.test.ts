import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createAuditTrail } from '../../../adapters/dynamodb/audit-trail.ts';
import { anAuditEntry } from '../../contract/adapters/an-audit-entry.ts';

const table = mockClient(DynamoDBDocumentClient);
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const trail = createAuditTrail({ client, tableName: 'polls' });

const ENTRY = anAuditEntry('spring', { act: 'release.requested' });
const isThere = new ConditionalCheckFailedException({ $metadata: {}, message: 'there' });

beforeEach(() => table.reset());
afterAll(() => table.restore());

describe('an entry that is recorded, where an earlier attempt lost its answer', () => {
  test('is recorded where the table has just this one', async () => {
    table.on(PutCommand).rejects(isThere);
    table.on(GetCommand).resolves({ Item: { ...ENTRY, pk: 'spring#AUDIT', sk: 'a place' } });
    await expect(trail.record(ENTRY)).resolves.toBeUndefined();
    expect(table.commandCalls(GetCommand)[0]?.args[0].input).toMatchObject({
      ConsistentRead: true,
      Key: { pk: 'spring#AUDIT', sk: `${ENTRY.at}#${ENTRY.id}` },
    });
  });

  test.each([
    ['another of its id', { ...ENTRY, actor: 'somebody-else' }],
    ['none that can be read', undefined],
  ])('is refused where the table has %s', async (_what, Item) => {
    table.on(PutCommand).rejects(isThere);
    table.on(GetCommand).resolves(Item ? { Item } : {});
    await expect(trail.record(ENTRY)).rejects.toBe(isThere);
  });

  test('is not looked for after another failure', async () => {
    table.on(PutCommand).rejects(new Error('down'));
    await expect(trail.record(ENTRY)).rejects.toThrow('down');
    expect(table.commandCalls(GetCommand)).toHaveLength(0);
  });
});
