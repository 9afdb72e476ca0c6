import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../../schemas/audit.ts';
import { Exclusions } from '../../schemas/exclusions.ts';
import { auditPut } from './audit-trail.ts';
import { lostRace } from './conditional-change.ts';
import { SEALING } from './seals.ts';

type Deps = { readonly client: DynamoDBDocumentClient; readonly tableName: string };

/** What became of new exclusions: `sealing` is a poll whose final count has begun. */
export type ExclusionsChange = { readonly kind: 'changed' | 'overtaken' | 'sealing' };

const keyOf = (poll: string, organization: string) => ({
  pk: poll,
  sk: `ORGANIZATION#${organization}`,
});

/** That the list which was read still stands, and the organization is there. */
const unmoved = (version: number): string =>
  version === 0
    ? 'attribute_exists(pk) AND attribute_not_exists(exclusionsVersion)'
    : 'exclusionsVersion = :read';

const isSealing = (error: unknown): boolean =>
  error instanceof TransactionCanceledException &&
  error.CancellationReasons?.[1]?.Code === 'ConditionalCheckFailed';

/** Which responses are set aside: a list on each organization's item. */
export const createExclusions = ({ client, tableName }: Deps) => ({
  /** An organization's list, read consistently. */
  get: async (poll: string, organization: string): Promise<Exclusions> => {
    const { Item } = await client.send(
      new GetCommand({
        TableName: tableName,
        Key: keyOf(poll, organization),
        ConsistentRead: true,
        ProjectionExpression: 'exclusions, exclusionsVersion',
      }),
    );
    return Exclusions.parse({
      version: Item?.exclusionsVersion ?? 0,
      exclusions: Item?.exclusions ?? [],
    });
  },

  /**
   * Replaces an organization's list by the next version of it, together with the audit entry,
   * if nobody else did since it was read and the poll's final count has not begun.
   */
  put: async (
    poll: string,
    organization: string,
    { version, exclusions }: Exclusions,
    entry: AuditEntry,
  ): Promise<ExclusionsChange> => {
    try {
      await client.send(
        new TransactWriteCommand({
          TransactItems: [
            {
              Update: {
                TableName: tableName,
                Key: keyOf(poll, organization),
                UpdateExpression: 'SET exclusions = :exclusions, exclusionsVersion = :version',
                ConditionExpression: unmoved(version - 1),
                ExpressionAttributeValues: {
                  ':exclusions': exclusions,
                  ':version': version,
                  ...(version > 1 && { ':read': version - 1 }),
                },
              },
            },
            {
              ConditionCheck: {
                TableName: tableName,
                Key: { pk: poll, sk: SEALING },
                ConditionExpression: 'attribute_not_exists(pk)',
              },
            },
            { Put: auditPut(tableName, entry) },
          ],
        }),
      );
      return { kind: 'changed' };
    } catch (error) {
      if (isSealing(error)) return { kind: 'sealing' };
      if (lostRace(error)) return { kind: 'overtaken' };
      throw error;
    }
  },
});
export type ExclusionsStore = ReturnType<typeof createExclusions>;
