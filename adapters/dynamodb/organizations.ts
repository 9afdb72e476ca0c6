import {
  type DynamoDBDocumentClient,
  GetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../../schemas/audit.ts';
import { Organization } from '../../schemas/organization.ts';
import { auditPut } from './audit-trail.ts';
import { type Change, conditionalChange } from './conditional-change.ts';
import { queryAll } from './query-all.ts';

type Deps = { readonly client: DynamoDBDocumentClient; readonly tableName: string };

/**
 * What was true when it was decided that organizations may be written so, and must still be
 * true when they are: the poll's version, whether it was opened, and whether anything was
 * released.
 */
export type OrganizationsGuard = {
  readonly pollVersion: number;
  readonly opened: boolean;
  readonly released: boolean;
};

const PREFIX = 'ORGANIZATION#';

/** DynamoDB takes 100 actions in a transaction; two are the guard's, one is the audit entry. */
const MOST_IN_ONE_WRITE = 50;

const keyOf = (poll: string, organization: string) => ({
  pk: poll,
  sk: `${PREFIX}${organization}`,
});

const guardChecks = (tableName: string, poll: string, guard: OrganizationsGuard) => [
  {
    ConditionCheck: {
      TableName: tableName,
      Key: { pk: poll, sk: 'DEFINITION' },
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': guard.pollVersion },
    },
  },
  ...(guard.released
    ? []
    : [
        {
          ConditionCheck: {
            TableName: tableName,
            Key: { pk: poll, sk: 'RELEASE' },
            ConditionExpression: 'attribute_not_exists(pk) OR #number = :none',
            ExpressionAttributeNames: { '#number': 'number' },
            ExpressionAttributeValues: { ':none': 0 },
          },
        },
      ]),
];

/** The attributes that an administrator puts; an item has others, which a put leaves alone. */
const ATTRIBUTES = Object.keys(Organization.shape) as readonly (keyof Organization)[];

/**
 * Once a poll is open, an organization's bits are never replaced, not even by a put that knew of
 * none: its responses are counted in buckets of these bits.
 */
const ifSameBuckets = ({ opened }: OrganizationsGuard) =>
  opened ? { ConditionExpression: 'attribute_not_exists(pk) OR #bucketBits = :bucketBits' } : {};

/**
 * Sets what the organization says and removes what it does not say (any more), and until when its
 * new responses have to wait where they need not any more.
 */
const assignment = (organization: Organization, isUnslowed: boolean) => {
  const said = ATTRIBUTES.filter((name) => organization[name] !== undefined);
  const removed = [
    ...ATTRIBUTES.filter((name) => organization[name] === undefined),
    ...(isUnslowed ? ['slowUntil'] : []),
  ];
  return {
    UpdateExpression: [
      `SET ${said.map((name) => `#${name} = :${name}`).join(', ')}`,
      ...(removed.length > 0 ? [`REMOVE ${removed.map((name) => `#${name}`).join(', ')}`] : []),
    ].join(' '),
    ExpressionAttributeNames: Object.fromEntries(
      [...said, ...removed].map((name) => [`#${name}`, name]),
    ),
    ExpressionAttributeValues: Object.fromEntries(
      said.map((name) => [`:${name}`, organization[name]]),
    ),
  };
};

const organizationOf = (item: Readonly<Record<string, unknown>>): Organization =>
  Organization.parse(
    Object.fromEntries(ATTRIBUTES.flatMap((name) => (name in item ? [[name, item[name]]] : []))),
  );

/** A poll's organizations (`ORGANIZATION#id`). */
export const createOrganizations = ({ client, tableName }: Deps) => ({
  /** An organization, read consistently. */
  get: async (poll: string, organization: string): Promise<Organization | undefined> => {
    const { Item } = await client.send(
      new GetCommand({
        TableName: tableName,
        Key: keyOf(poll, organization),
        ConsistentRead: true,
      }),
    );
    return Item && organizationOf(Item);
  },

  /** All organizations of a poll, by id. */
  list: async (poll: string): Promise<readonly Organization[]> => {
    const items = await queryAll(client, {
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': poll, ':prefix': PREFIX },
      ConsistentRead: true,
    });
    return items.map(organizationOf);
  },

  /**
   * Has new responses wait until an instant. Nothing changes where they already wait for longer,
   * or where there is no such organization.
   */
  slow: (poll: string, organization: string, until: Date): Promise<Change> =>
    conditionalChange(() =>
      client.send(
        new UpdateCommand({
          TableName: tableName,
          Key: keyOf(poll, organization),
          UpdateExpression: 'SET slowUntil = :until',
          ConditionExpression:
            'attribute_exists(pk) AND (attribute_not_exists(slowUntil) OR slowUntil < :until)',
          ExpressionAttributeValues: { ':until': until.toISOString() },
        }),
      ),
    ),

  /**
   * Writes organizations, new or not, 50 at a time, each time together with an audit entry and
   * on condition of the guard. Where it is overtaken, those before are written: write all of
   * them again with a fresh guard.
   *
   * @param entryOf the entry that tells of those that are written together; parts count from 1
   * @param unslowed ids of those whose new responses need not wait any more
   */
  put: async (
    poll: string,
    organizations: readonly Organization[],
    guard: OrganizationsGuard,
    entryOf: (written: readonly Organization[], part: number) => AuditEntry,
    unslowed: ReadonlySet<string> = new Set(),
  ): Promise<Change> => {
    for (let start = 0; start < organizations.length; start += MOST_IN_ONE_WRITE) {
      const some = organizations.slice(start, start + MOST_IN_ONE_WRITE);
      const part = start / MOST_IN_ONE_WRITE + 1;
      const change = await conditionalChange(() =>
        client.send(
          new TransactWriteCommand({
            TransactItems: [
              ...guardChecks(tableName, poll, guard),
              ...some.map((organization) => ({
                Update: {
                  TableName: tableName,
                  Key: keyOf(poll, organization.id),
                  ...assignment(organization, unslowed.has(organization.id)),
                  ...ifSameBuckets(guard),
                },
              })),
              { Put: auditPut(tableName, entryOf(some, part)) },
            ],
          }),
        ),
      );
      if (change.kind === 'overtaken') return change;
    }
    return { kind: 'changed' };
  },
});
export type Organizations = ReturnType<typeof createOrganizations>;
