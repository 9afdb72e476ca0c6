import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { sameJson } from '../../core/json/same-json.ts';
import { AuditEntry, type AuditPage } from '../../schemas/audit.ts';

type Deps = { readonly client: DynamoDBDocumentClient; readonly tableName: string };

/** A partition of its own for each poll: roles are allowed or refused the trail by its name. */
const partitionOf = (poll: string): string => `${poll}#AUDIT`;

const placeOf = ({ at, id }: AuditEntry): string => `${at}#${id}`;

/**
 * The write of an entry, to be part of the transaction of the act that it tells. An entry that
 * is there is never replaced.
 */
export const auditPut = (tableName: string, entry: AuditEntry) => ({
  TableName: tableName,
  Item: { ...entry, pk: partitionOf(entry.poll), sk: placeOf(entry) },
  ConditionExpression: 'attribute_not_exists(pk)',
});

/** Whether just this entry is there already. */
const isKept = async ({ client, tableName }: Deps, entry: AuditEntry): Promise<boolean> => {
  const { Item } = await client.send(
    new GetCommand({
      TableName: tableName,
      Key: { pk: partitionOf(entry.poll), sk: placeOf(entry) },
      ConsistentRead: true,
    }),
  );
  return Item !== undefined && sameJson(AuditEntry.parse(Item), entry);
};

/** What was done with each poll, in order: written once, never changed, never deleted. */
export const createAuditTrail = ({ client, tableName }: Deps) => ({
  /**
   * Keeps the entry of an act that writes nothing else here. That it is there already is no
   * failure: an attempt whose answer was lost is made again.
   *
   * @throws ConditionalCheckFailedException where another entry has its place
   */
  record: async (entry: AuditEntry): Promise<void> => {
    try {
      await client.send(new PutCommand(auditPut(tableName, entry)));
    } catch (error) {
      const isThere = error instanceof ConditionalCheckFailedException;
      if (!(isThere && (await isKept({ client, tableName }, entry)))) throw error;
    }
  },

  /** A page of a poll's entries, newest first, from before a place on. */
  list: async (
    poll: string,
    { before, limit }: { readonly before?: string | undefined; readonly limit: number },
  ): Promise<AuditPage> => {
    const page = await client.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: before ? 'pk = :pk AND sk < :before' : 'pk = :pk',
        ExpressionAttributeValues: {
          ':pk': partitionOf(poll),
          ...(before && { ':before': before }),
        },
        ScanIndexForward: false,
        // One more tells whether there is a next page: a full one says nothing of it.
        Limit: limit + 1,
        ConsistentRead: true,
      }),
    );
    const found = (page.Items ?? []).map((item) => AuditEntry.parse(item));
    const entries = found.slice(0, limit);
    const last = entries.at(-1);
    const isMore = found.length > limit || page.LastEvaluatedKey !== undefined;
    return { entries, ...(isMore && last && { next: placeOf(last) }) };
  },
});
export type AuditTrail = ReturnType<typeof createAuditTrail>;
