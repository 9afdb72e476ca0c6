import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { addTallies } from '../../core/counting/add-tallies.ts';
import type { Bucket } from '../../core/counting/bucket.ts';
import { packCounts, unpackCounts } from '../../core/counting/packed-counts.ts';
import type { PollShape } from '../../core/counting/poll-shape.ts';
import type { NewTally, TallyWrite } from '../../core/counting/recount-bucket.ts';
import { SHARDS, shardOf } from '../../core/counting/shard-of.ts';
import {
  type OrganizationTally,
  type StoredTally,
  type Tally,
  TallyItem,
} from '../../schemas/tally.ts';
import { queryAll } from './query-all.ts';

type Deps = { readonly client: DynamoDBDocumentClient; readonly tableName: string };

const SECOND_MS = 1000;

const shardKey = (poll: string, shard: string): string => `${poll}#${shard}`;

const keyOf = ({ poll, organization, index }: Bucket) => ({
  pk: shardKey(poll, shardOf(organization)),
  sk: `${organization}#${index.toString(16).padStart(2, '0')}`,
});

const organizationOf = (sk: string): string => sk.slice(0, sk.lastIndexOf('#'));

const fromItem = (item: unknown, shape: PollShape): StoredTally & { organization: string } => {
  const { sk, revision, sealed, exclusionsVersion, receipts, counts, ...summary } =
    TallyItem.parse(item);
  return {
    organization: organizationOf(sk),
    revision,
    sealed,
    exclusionsVersion,
    receipts,
    tally: { ...summary, counts: unpackCounts(counts, shape) },
  };
};

const toItem = (bucket: Bucket, { tally, expiresAt, ...standing }: NewTally) => ({
  ...keyOf(bucket),
  ...tally,
  ...standing,
  counts: packCounts(tally.counts),
  expiresAt: Math.floor(expiresAt.getTime() / SECOND_MS),
});

/** Nothing where the tally is the first; else that the one that was read still stands. */
const unmoved = (read: number) =>
  read === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#revision = :revision AND #sealed = :unsealed',
        ExpressionAttributeNames: { '#revision': 'revision', '#sealed': 'sealed' },
        ExpressionAttributeValues: { ':revision': read, ':unsealed': false },
      };

const sumOf = (
  tallies: readonly { readonly organization: string; readonly tally: Tally }[],
  shape: PollShape,
): readonly OrganizationTally[] =>
  [...Map.groupBy(tallies, ({ organization }) => organization)]
    .map(([organization, buckets]) => ({
      organization,
      ...addTallies(
        buckets.map(({ tally }) => tally),
        shape,
      ),
    }))
    .sort((a, b) => (a.organization < b.organization ? -1 : 1));

/** The tallies table: one item a bucket, spread over shards by organization. */
export const createTallies = ({ client, tableName }: Deps) => {
  const readShard = (poll: string, shard: string) =>
    queryAll(client, {
      TableName: tableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': shardKey(poll, shard) },
    });

  return {
    /** A bucket's tally, read consistently; undefined where none was ever written. */
    get: async (bucket: Bucket, shape: PollShape): Promise<StoredTally | undefined> => {
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key: keyOf(bucket), ConsistentRead: true }),
      );
      if (!Item) return undefined;
      const { organization: _organization, ...stored } = fromItem(Item, shape);
      return stored;
    },

    /** Writes a tally if the stored one has the revision before it and is not sealed. */
    put: async (bucket: Bucket, next: NewTally): Promise<TallyWrite> => {
      try {
        await client.send(
          new PutCommand({
            TableName: tableName,
            Item: toItem(bucket, next),
            ...unmoved(next.revision - 1),
          }),
        );
        return { kind: 'written' };
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return { kind: 'moved' };
        throw error;
      }
    },

    /**
     * All of a poll's tallies, read consistently, with the buckets of an organization summed: one
     * for each organization of which anything was ever counted, by its id.
     */
    list: async (poll: string, shape: PollShape): Promise<readonly OrganizationTally[]> => {
      const shards = await Promise.all(SHARDS.map((shard) => readShard(poll, shard)));
      return sumOf(
        shards.flat().map((item) => fromItem(item, shape)),
        shape,
      );
    },
  };
};
export type Tallies = ReturnType<typeof createTallies>;
