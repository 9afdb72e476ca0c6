import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { Seal } from '../../schemas/tally.ts';

type Deps = { readonly client: DynamoDBDocumentClient; readonly tableName: string };

/**
 * What became of a seal: put, there already, or refused because the poll's end is no longer the
 * one for which its tallies were sealed.
 */
export type Sealing =
  | { readonly kind: 'sealed' }
  | { readonly kind: 'already-sealed' }
  | { readonly kind: 'end-moved' };

const SEAL = 'SEAL';

/** The item that says that a poll's final count has begun. */
export const SEALING = 'SEALING';

const REFUSED = 'ConditionalCheckFailed';

const refusals = (error: unknown): readonly boolean[] => {
  if (!(error instanceof TransactionCanceledException)) return [];
  return error.CancellationReasons?.map(({ Code }) => Code === REFUSED) ?? [];
};

/** The `SEAL` items of the polls table: whose every tally is sealed. */
export const createSeals = ({ client, tableName }: Deps) => ({
  /** A poll's seal, read consistently; undefined while it is not sealed. */
  get: async (poll: string): Promise<Seal | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: tableName, Key: { pk: poll, sk: SEAL }, ConsistentRead: true }),
    );
    return Item && Seal.parse(Item);
  },

  /**
   * Notes that a poll's final count begins: from now on nothing that it counts by may change.
   * Noted again, it changes nothing.
   */
  begin: async (poll: string): Promise<void> => {
    await client.send(new PutCommand({ TableName: tableName, Item: { pk: poll, sk: SEALING } }));
  },

  /** Puts a poll's seal once, if the poll still closes at `closesAt`. */
  put: async (poll: string, closesAt: string, seal: Seal): Promise<Sealing> => {
    try {
      await client.send(
        new TransactWriteCommand({
          TransactItems: [
            {
              Put: {
                TableName: tableName,
                Item: { pk: poll, sk: SEAL, ...seal },
                ConditionExpression: 'attribute_not_exists(pk)',
              },
            },
            {
              ConditionCheck: {
                TableName: tableName,
                Key: { pk: poll, sk: 'DEFINITION' },
                ConditionExpression: '#closesAt = :closesAt',
                ExpressionAttributeNames: { '#closesAt': 'closesAt' },
                ExpressionAttributeValues: { ':closesAt': closesAt },
              },
            },
          ],
        }),
      );
      return { kind: 'sealed' };
    } catch (error) {
      const [sealRefused, endRefused] = refusals(error);
      if (sealRefused) return { kind: 'already-sealed' };
      if (endRefused) return { kind: 'end-moved' };
      throw error;
    }
  },
});
export type Seals = ReturnType<typeof createSeals>;
