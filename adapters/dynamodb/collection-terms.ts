import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { CollectionTerms } from '../../core/collecting/collection-terms.ts';
import { expiryOf } from '../../core/counting/sealing-time.ts';
import type { Poll, PollDefinition } from '../../schemas/poll.ts';

type Deps = { readonly client: DynamoDBDocumentClient; readonly tableName: string };

/** A poll as it is stored: checked by its schema when it was put, hence not again here. */
type StoredPoll = Omit<Poll, 'definition'> & { readonly definition: string };

const MS_PER_SECOND = 1000;

const expiresAt = (
  { closesAt, earliestExpiry }: StoredPoll,
  definition: PollDefinition,
): number => {
  const expiries = [
    ...(closesAt ? [expiryOf(closesAt, definition).getTime()] : []),
    ...(earliestExpiry ? [Date.parse(earliestExpiry)] : []),
  ];
  return Math.ceil(Math.max(0, ...expiries) / MS_PER_SECOND);
};

const termsOf = (poll: StoredPoll): CollectionTerms => {
  const definition: PollDefinition = JSON.parse(poll.definition);
  return {
    items: definition.categories.flatMap(({ items }) => items.map(({ id }) => id)),
    levels: definition.levels,
    opened: poll.opened,
    ...(poll.openedAt && { openedAt: poll.openedAt }),
    ...(poll.closesAt && { closesAt: poll.closesAt }),
    expiresAt: expiresAt(poll, definition),
  };
};

/** The little that intake reads of polls and organizations, consistently and without schemas. */
export const createCollectionTerms = ({ client, tableName }: Deps) => ({
  /** What taking in responses to a poll depends on. */
  ofPoll: async (poll: string): Promise<CollectionTerms | undefined> => {
    const { Item } = await client.send(
      new GetCommand({
        TableName: tableName,
        Key: { pk: poll, sk: 'DEFINITION' },
        ConsistentRead: true,
      }),
    );
    return Item && termsOf(Item as StoredPoll);
  },

  /** Whether the poll has such an organization: its id, or undefined. */
  organization: async (poll: string, organization: string): Promise<string | undefined> => {
    const { Item } = await client.send(
      new GetCommand({
        TableName: tableName,
        Key: { pk: poll, sk: `ORGANIZATION#${organization}` },
        ConsistentRead: true,
        ProjectionExpression: 'id',
      }),
    );
    return Item && organization;
  },
});
export type CollectionTermsReader = ReturnType<typeof createCollectionTerms>;
