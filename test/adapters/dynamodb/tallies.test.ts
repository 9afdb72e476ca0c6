import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createTallies } from '../../../adapters/dynamodb/tallies.ts';
import { recountBucket } from '../../../core/counting/recount-bucket.ts';
import { SHARDS } from '../../../core/counting/shard-of.ts';
import { countAll } from '../../core/counting/count-all.ts';

const table = mockClient(DynamoDBDocumentClient);
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const tallies = createTallies({ client, tableName: 'tallies' });

const SHAPE = { items: 1, levels: 3 };
const BUCKET = { poll: 'spring', organization: 'harbor', bits: 0, index: 0 };
const RESPONSES = [{ answers: '1', channel: 'web', day: '2027-02-10' }] as const;
const ITEM = {
  sk: 'harbor#00',
  counts: '1,0,0',
  responses: 1,
  channels: { web: 1 },
  firstDay: '2027-02-10',
  lastDay: '2027-02-10',
  revision: 4,
  sealed: false,
  exclusionsVersion: 0,
  receipts: 1,
};
const ONE_WRITE_UNIT = 1024;

const lostRace = () => new ConditionalCheckFailedException({ $metadata: {}, message: 'failed' });

const recount = () =>
  recountBucket(
    {
      tallies,
      exclusions: { get: async () => ({ version: 0, exclusions: [] }) },
      responses: {
        read: async function* () {
          yield { responses: RESPONSES, tombstones: 0 };
        },
      },
      pause: async () => {},
    },
    { bucket: BUCKET, shape: SHAPE, expiresAt: new Date(0), seal: false },
  );

/** An attribute's size as DynamoDB reckons it, for the kinds that a tally has. */
const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return value.length;
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1;
  if (typeof value === 'boolean') return 1;
  const entries = Object.entries(value as object);
  return entries.reduce((sum, [name, one]) => sum + name.length + sizeOf(one) + 1, 3);
};

beforeEach(() => table.reset());
afterAll(() => table.restore());

test.each(['receipts', 'exclusionsVersion'] as const)(
  'a tally without its %s is refused',
  async (left) => {
    const { [left]: _left, ...item } = ITEM;
    table.on(GetCommand).resolves({ Item: item });
    await expect(tallies.get(BUCKET, SHAPE)).rejects.toThrow(left);
  },
);

describe('tallies, where the table fails', () => {
  test('a write that took effect although its answer was lost is counted once more, not lost', async () => {
    table
      .on(GetCommand)
      .resolvesOnce({ Item: ITEM })
      .resolvesOnce({ Item: { ...ITEM, revision: 5 } });
    table.on(PutCommand).rejectsOnce(lostRace()).resolvesOnce({});
    expect(await recount()).toMatchObject({ kind: 'recounted', revision: 6 });
    const revisions = table
      .commandCalls(PutCommand)
      .map(({ args }) => args[0].input.Item?.revision);
    expect(revisions).toEqual([5, 6]);
  });

  test('a condition that fails although nothing had moved leads to another attempt', async () => {
    table.on(GetCommand).resolves({ Item: ITEM });
    table.on(PutCommand).rejectsOnce(lostRace()).rejectsOnce(lostRace()).resolvesOnce({});
    expect(await recount()).toMatchObject({ kind: 'recounted', revision: 5 });
  });

  test('a seal that comes between the read and the write is respected', async () => {
    table
      .on(GetCommand)
      .resolvesOnce({ Item: ITEM })
      .resolvesOnce({ Item: { ...ITEM, sealed: true } });
    table.on(PutCommand).rejects(lostRace());
    expect(await recount()).toEqual({ kind: 'sealed', bucket: BUCKET });
    expect(table.commandCalls(PutCommand)).toHaveLength(1);
  });

  test('any other failure is thrown', async () => {
    table.on(GetCommand).resolves({});
    table.on(PutCommand).rejects(new Error('throttled'));
    await expect(recount()).rejects.toThrow('throttled');
  });

  test('a packed tally of another shape is refused', async () => {
    table.on(GetCommand).resolves({ Item: { ...ITEM, counts: '1,0' } });
    await expect(recount()).rejects.toThrow('not 1 items of 3 levels');
  });
});

describe('all tallies of a poll', () => {
  test('are read consistently from all 16 shards, to the last page of each', async () => {
    const next = { pk: 'spring#0', sk: 'harbor#00' };
    table
      .on(QueryCommand)
      .callsFake(({ ExpressionAttributeValues: values, ExclusiveStartKey }) =>
        values[':pk'] === 'spring#7' && !ExclusiveStartKey
          ? { Items: [ITEM], LastEvaluatedKey: next }
          : { Items: ExclusiveStartKey ? [{ ...ITEM, sk: 'harbor#01' }] : [] },
      );
    const organizations = await tallies.list('spring', SHAPE);
    expect(organizations).toMatchObject([{ organization: 'harbor', responses: 2 }]);
    const queries = table.commandCalls(QueryCommand).map(({ args }) => args[0].input);
    expect(queries.every(({ ConsistentRead }) => ConsistentRead)).toBe(true);
    expect(new Set(queries.map((query) => query.ExpressionAttributeValues?.[':pk']))).toEqual(
      new Set(SHARDS.map((shard) => `spring#${shard}`)),
    );
    expect(queries).toHaveLength(17);
  });

  test('a shard that fails fails the whole: no organization is left out in silence', async () => {
    table.on(QueryCommand).resolves({ Items: [] });
    table
      .on(QueryCommand, { ExpressionAttributeValues: { ':pk': 'spring#9' } })
      .rejects(new Error('throttled'));
    await expect(tallies.list('spring', SHAPE)).rejects.toThrow('throttled');
  });
});

test('a tally of 20 items on 5 levels is one write unit, even of 9,999 responses a bucket', async () => {
  table.on(PutCommand).resolves({});
  const tally = countAll([], { items: 20, levels: 5 });
  await tallies.put(
    { poll: 'p'.repeat(32), organization: 'o'.repeat(32), bits: 8, index: 255 },
    {
      tally: {
        ...tally,
        responses: 9999,
        setAside: 9999,
        channels: { web: 9999, api: 9999, paper: 9999 },
        firstDay: '2027-02-10',
        lastDay: '2027-02-10',
        counts: tally.counts.map((levels) => levels.map(() => 9999)),
      },
      revision: 999_999_999,
      sealed: false,
      exclusionsVersion: 9999,
      receipts: 99_999,
      expiresAt: new Date('2100-01-01T00:00:00.000Z'),
    },
  );
  const item = table.commandCalls(PutCommand)[0]?.args[0].input.Item ?? {};
  const bytes = Object.entries(item).reduce(
    (sum, [name, value]) => sum + name.length + sizeOf(value),
    0,
  );
  expect(String(item.counts)).toHaveLength(499);
  expect(bytes).toBeLessThanOrEqual(ONE_WRITE_UNIT);
});
