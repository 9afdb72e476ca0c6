import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { ReleaseState, Snapshot } from '../../schemas/release.ts';
import { type Change, conditionalChange } from './conditional-change.ts';
import { queryAll } from './query-all.ts';

type Deps = { readonly client: DynamoDBDocumentClient; readonly tableName: string };

const RELEASE = 'RELEASE';
const SNAPSHOT_PREFIX = 'SNAPSHOT#';
const NUMBER_DIGITS = 6;

const snapshotSortKey = (number: number): string =>
  `${SNAPSHOT_PREFIX}${String(number).padStart(NUMBER_DIGITS, '0')}`;

/** Nothing published, nothing waiting. */
const NONE: ReleaseState = { version: 0, number: 0, announced: 0 };

const attributesOf = <Item extends object>(item: Item): Omit<Item, 'pk' | 'sk'> => {
  const { pk: _pk, sk: _sk, ...attributes } = item as Item & { pk?: unknown; sk?: unknown };
  return attributes;
};

/** Where each poll's releases stand (`RELEASE`), and what was released (`SNAPSHOT#n`). */
export const createReleases = ({ client, tableName }: Deps) => {
  const putState = (poll: string, state: ReleaseState) => ({
    TableName: tableName,
    Item: { pk: poll, sk: RELEASE, ...state, version: state.version + 1 },
    ...(state.version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':version': state.version },
        }),
  });

  return {
    /** Where the poll's releases stand; before the first, a state with number 0. */
    get: async (poll: string): Promise<ReleaseState> => {
      const { Item } = await client.send(
        new GetCommand({
          TableName: tableName,
          Key: { pk: poll, sk: RELEASE },
          ConsistentRead: true,
        }),
      );
      return Item ? ReleaseState.parse(attributesOf(Item)) : NONE;
    },

    /** Writes the state if nobody changed it since it was read at `state.version`. */
    save: (poll: string, state: ReleaseState): Promise<Change> =>
      conditionalChange(() => client.send(new PutCommand(putState(poll, state)))),

    /**
     * Makes a snapshot the latest: its record and the new state in one transaction, if nobody
     * changed the state since it was read at `state.version`. The loser leaves nothing.
     */
    publish: (poll: string, state: ReleaseState, snapshot: Snapshot): Promise<Change> =>
      conditionalChange(() =>
        client.send(
          new TransactWriteCommand({
            TransactItems: [
              { Put: putState(poll, state) },
              {
                Put: {
                  TableName: tableName,
                  Item: { pk: poll, sk: snapshotSortKey(snapshot.number), ...snapshot },
                  ConditionExpression: 'attribute_not_exists(pk)',
                },
              },
            ],
          }),
        ),
      ),

    /** A released snapshot by its number. */
    getSnapshot: async (poll: string, number: number): Promise<Snapshot | undefined> => {
      const { Item } = await client.send(
        new GetCommand({
          TableName: tableName,
          Key: { pk: poll, sk: snapshotSortKey(number) },
          ConsistentRead: true,
        }),
      );
      return Item ? Snapshot.parse(attributesOf(Item)) : undefined;
    },

    /** Every released snapshot, newest first. */
    listSnapshots: async (poll: string): Promise<readonly Snapshot[]> => {
      const items = await queryAll(client, {
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': poll, ':prefix': SNAPSHOT_PREFIX },
        ScanIndexForward: false,
      });
      return items.map((item) => Snapshot.parse(attributesOf(item)));
    },
  };
};
export type Releases = ReturnType<typeof createReleases>;
