import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { StoredResponse } from '../../schemas/response.ts';

type Deps = { readonly client: DynamoDBDocumentClient; readonly tableName: string };

/** Which response: `id` is its receipt's hash. */
export type ResponseKey = {
  readonly poll: string;
  readonly organization: string;
  readonly id: string;
};

/** A response that is to be kept until `expiresAt`, in seconds since 1970. */
export type ExpiringResponse = StoredResponse & { readonly expiresAt: number };

/**
 * What became of a submission: `unchanged` is the same revision with the same answers again,
 * `superseded` a lower revision, or the same with other answers; `unknown` a new response where
 * only changes were to be kept.
 */
export type PutOutcome = {
  readonly kind: 'created' | 'changed' | 'unchanged' | 'superseded' | 'withdrawn' | 'unknown';
};

/** What became of a withdrawal; `unknown` where there was neither a response nor a tombstone. */
export type WithdrawOutcome = { readonly kind: 'withdrawn' | 'unknown' };

export interface WriteOptions {
  /**
   * Keeps nothing under a key that holds nothing, only changes to what is there.
   *
   * @default false
   */
  readonly changesOnly?: boolean;
}

/** What a receipt opens. */
export type FoundResponse =
  | { readonly kind: 'found'; readonly response: StoredResponse }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'unknown' };

const keyOf = ({ poll, organization, id }: ResponseKey) => ({
  pk: `${poll}#${organization}`,
  sk: id,
});

/** Why the condition did not hold, from what was there (in DynamoDB's own notation). */
const refusalOf = (
  { Item: there }: ConditionalCheckFailedException,
  { revision, answers }: StoredResponse,
  changesOnly: boolean,
): PutOutcome => {
  if (!there && changesOnly) return { kind: 'unknown' };
  if (there?.withdrawn?.BOOL) return { kind: 'withdrawn' };
  const same = Number(there?.revision?.N) === revision && there?.answers?.S === answers;
  return { kind: same ? 'unchanged' : 'superseded' };
};

const NEWER = '(attribute_not_exists(withdrawn) AND #revision < :revision)';

/** What is set by every change, and what stays as the first acceptance set it. */
const KEEPING_THE_FIRST =
  'SET #answers = :answers, #revision = :revision, #expiresAt = :expiresAt, ' +
  '#channel = if_not_exists(#channel, :channel), #day = if_not_exists(#day, :day)';

const ATTRIBUTES = ['answers', 'revision', 'channel', 'day', 'expiresAt'] as const;

const assignment = (response: ExpiringResponse) => ({
  UpdateExpression: KEEPING_THE_FIRST,
  ExpressionAttributeNames: Object.fromEntries(ATTRIBUTES.map((name) => [`#${name}`, name])),
  ExpressionAttributeValues: Object.fromEntries(
    ATTRIBUTES.map((name) => [`:${name}`, response[name]]),
  ),
});

/** Responses, one at a time: each call touches the one item that its key names. */
export const createResponses = ({ client, tableName }: Deps) => ({
  /**
   * Keeps a response in one conditional write: if there is none yet, or one with a lower
   * revision that was not withdrawn. A late retry so never overwrites a newer answer, and the
   * same submission again writes nothing. With `changesOnly` the same write tells a change from
   * a new response: where there is none yet, its condition fails on no item.
   *
   * Channel and day stay those of the first submission: they are what a flood is set aside by,
   * and a change must neither move a response out of it nor into it.
   */
  put: async (
    key: ResponseKey,
    response: ExpiringResponse,
    { changesOnly = false }: WriteOptions = {},
  ): Promise<PutOutcome> => {
    try {
      const { Attributes: before } = await client.send(
        new UpdateCommand({
          TableName: tableName,
          Key: keyOf(key),
          ...assignment(response),
          ConditionExpression: changesOnly
            ? `attribute_exists(pk) AND ${NEWER}`
            : `attribute_not_exists(pk) OR ${NEWER}`,
          ReturnValues: 'ALL_OLD',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return { kind: before ? 'changed' : 'created' };
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException)
        return refusalOf(error, response, changesOnly);
      throw error;
    }
  },

  /** Reads a response, consistently. */
  get: async (key: ResponseKey): Promise<FoundResponse> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: tableName, Key: keyOf(key), ConsistentRead: true }),
    );
    if (!Item) return { kind: 'unknown' };
    if (Item.withdrawn) return { kind: 'withdrawn' };
    const { answers, revision, channel, day } = Item as StoredResponse;
    return { kind: 'found', response: { answers, revision, channel, day } };
  },

  /**
   * Leaves a tombstone in the place of a response, be there one or not: a queued retry that
   * comes later finds it and is refused. With `changesOnly` it leaves none where there was
   * nothing.
   */
  withdraw: async (
    key: ResponseKey,
    expiresAt: number,
    { changesOnly = false }: WriteOptions = {},
  ): Promise<WithdrawOutcome> => {
    try {
      const { Attributes: before } = await client.send(
        new PutCommand({
          TableName: tableName,
          Item: { ...keyOf(key), withdrawn: true, expiresAt },
          ...(changesOnly && { ConditionExpression: 'attribute_exists(pk)' }),
          ReturnValues: 'ALL_OLD',
        }),
      );
      return { kind: before ? 'withdrawn' : 'unknown' };
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return { kind: 'unknown' };
      throw error;
    }
  },
});
export type Responses = ReturnType<typeof createResponses>;
