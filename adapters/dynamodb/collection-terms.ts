import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type {
  CollectingOrganization,
  CollectionTerms,
} from '../../core/collecting/collection-terms.ts';
import { lastExpiryOf } from '../../core/counting/sealing-time.ts';
import type { Poll, PollDefinition } from '../../schemas/poll.ts';

type Deps = { readonly client: DynamoDBDocumentClient; readonly tableName: string };

/** A poll as it is stored: checked by its schema when it was put, hence not again here. */
type StoredPoll = Omit<Poll, 'definition'> & { readonly definition: string };

const MS_PER_SECOND = 1000;

/** 0, which is long past, for a poll without an end: nothing is written of it. */
const expiresAt = (poll: StoredPoll, definition: PollDefinition): number =>
  Math.ceil((lastExpiryOf(poll, definition)?.getTime() ?? 0) / MS_PER_SECOND);

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

  /** What taking in an organization's responses depends on; undefined where there is none. */
  organization: async (
    poll: string,
    organization: string,
  ): Promise<CollectingOrganization | undefined> => {
    const { Item } = await client.send(
      new GetCommand({
        TableName: tableName,
        Key: { pk: poll, sk: `ORGANIZATION#${organization}` },
        ConsistentRead: true,
        ProjectionExpression: 'id, slowUntil',
      }),
    );
    if (!Item) return undefined;
    return { id: organization, ...(Item.slowUntil && { slowUntil: Item.slowUntil }) };
  },
});
export type CollectionTermsReader = ReturnType<typeof createCollectionTerms>;
