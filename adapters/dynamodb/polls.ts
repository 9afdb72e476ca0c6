import {
  type DynamoDBDocumentClient,
  GetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { PollDraft } from '../../core/polls/poll-draft.ts';
import type { AuditEntry } from '../../schemas/audit.ts';
import { Poll } from '../../schemas/poll.ts';
import { auditPut } from './audit-trail.ts';
import { type Change, conditionalChange } from './conditional-change.ts';
import { queryAll } from './query-all.ts';

type Deps = { readonly client: DynamoDBDocumentClient; readonly tableName: string };

/** What is announced of a poll, and the attributes that say so. */
const ANNOUNCEMENTS = {
  opened: { instant: 'openedAt', mark: 'openedAnnounced' },
  closed: { instant: 'closesAt', mark: 'closedAnnounced' },
} as const;
export type Announcement = keyof typeof ANNOUNCEMENTS;

const POLLS = 'POLLS';
const DEFINITION = 'DEFINITION';

const pollOf = (item: Record<string, unknown>): Poll =>
  Poll.parse({ ...item, definition: JSON.parse(String(item.definition)) });

const ifUnchanged = (version: number | undefined) =>
  version === undefined
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': version },
      };

/** The polls (`DEFINITION`) and the list of them (`POLLS`). */
export const createPolls = ({ client, tableName }: Deps) => ({
  /** A poll, read consistently. */
  get: async (poll: string): Promise<Poll | undefined> => {
    const { Item } = await client.send(
      new GetCommand({
        TableName: tableName,
        Key: { pk: poll, sk: DEFINITION },
        ConsistentRead: true,
      }),
    );
    return Item && pollOf(Item);
  },

  /** The ids of all polls, in order. */
  list: async (): Promise<readonly string[]> => {
    const items = await queryAll(client, {
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': POLLS },
      ConsistentRead: true,
    });
    return items.map(({ sk }) => String(sk));
  },

  /**
   * Writes a poll, its membership of the list and the audit entry together, if nobody changed it
   * since it was read at `version` (without one: if there is none yet). What is kept is at
   * `version + 1`.
   */
  put: (poll: PollDraft, entry: AuditEntry): Promise<Change> =>
    conditionalChange(() =>
      client.send(
        new TransactWriteCommand({
          TransactItems: [
            {
              Put: {
                TableName: tableName,
                Item: {
                  ...poll,
                  pk: poll.id,
                  sk: DEFINITION,
                  definition: JSON.stringify(poll.definition),
                  version: (poll.version ?? 0) + 1,
                },
                ...ifUnchanged(poll.version),
              },
            },
            { Put: { TableName: tableName, Item: { pk: POLLS, sk: poll.id } } },
            { Put: auditPut(tableName, entry) },
          ],
        }),
      ),
    ),

  /**
   * Notes that the event of this opening or closing went out. `overtaken` where that instant
   * is no longer the poll's (its close moved meanwhile): then there is nothing to note.
   */
  markAnnounced: (poll: string, what: Announcement, instant: string): Promise<Change> =>
    conditionalChange(() =>
      client.send(
        new UpdateCommand({
          TableName: tableName,
          Key: { pk: poll, sk: DEFINITION },
          UpdateExpression: 'SET #mark = :instant, #version = #version + :one',
          ConditionExpression: '#instant = :instant',
          ExpressionAttributeNames: {
            '#mark': ANNOUNCEMENTS[what].mark,
            '#instant': ANNOUNCEMENTS[what].instant,
            '#version': 'version',
          },
          ExpressionAttributeValues: { ':instant': instant, ':one': 1 },
        }),
      ),
    ),
});
export type Polls = ReturnType<typeof createPolls>;
