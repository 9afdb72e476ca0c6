import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Bucket, bucketRange } from '../../core/counting/bucket.ts';
import type { CountedResponse } from '../../core/counting/count-responses.ts';
import { StoredResponse } from '../../schemas/response.ts';
import { queryAll } from './query-all.ts';

type Deps = { readonly client: DynamoDBDocumentClient; readonly tableName: string };

/** A stored response cannot be read. Which one is not said: no log may hold a response id. */
export class ResponseUnreadableError extends Error {
  override readonly name = 'ResponseUnreadableError';
}

const Counted = StoredResponse.pick({ answers: true, channel: true, day: true });

const toCounted = (item: Record<string, unknown>, organization: string): CountedResponse => {
  const counted = Counted.safeParse(item);
  if (counted.success) return counted.data;
  const fields = counted.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new ResponseUnreadableError(`a response of ${organization} without a valid ${fields}`);
};

/** The responses table, a bucket at a time. */
export const createResponseBuckets = ({ client, tableName }: Deps) => ({
  /**
   * What counts of every response in a bucket: consistent, all pages, withdrawn ones left out.
   *
   * @throws ResponseUnreadableError where a response is not as it is kept
   */
  read: async (bucket: Bucket): Promise<readonly CountedResponse[]> => {
    const { from, to } = bucketRange(bucket);
    const items = await queryAll(client, {
      TableName: tableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ProjectionExpression: '#answers, #channel, #day, #withdrawn',
      ExpressionAttributeNames: {
        '#answers': 'answers',
        '#channel': 'channel',
        '#day': 'day',
        '#withdrawn': 'withdrawn',
      },
      ExpressionAttributeValues: {
        ':pk': `${bucket.poll}#${bucket.organization}`,
        ':from': from,
        ':to': to,
      },
    });
    return items
      .filter(({ withdrawn }) => !withdrawn)
      .map((item) => toCounted(item, bucket.organization));
  },
});
export type ResponseBuckets = ReturnType<typeof createResponseBuckets>;
