import type { DynamoDBDocumentClient, QueryCommandOutput } from '@aws-sdk/lib-dynamodb';
import { type Bucket, bucketRange } from '../../core/counting/bucket.ts';
import type { BucketPage } from '../../core/counting/count-bucket.ts';
import type { CountedResponse } from '../../core/counting/count-responses.ts';
import { StoredResponse } from '../../schemas/response.ts';
import { queryPages } from './query-all.ts';

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

const isTombstone = (item: Record<string, unknown>): boolean => item.withdrawn !== undefined;

const toPage = ({ Items = [] }: QueryCommandOutput, organization: string): BucketPage => {
  const responses = Items.filter((item) => !isTombstone(item));
  return {
    responses: responses.map((item) => toCounted(item, organization)),
    tombstones: Items.length - responses.length,
  };
};

/** The responses table, a bucket at a time. */
export const createResponseBuckets = ({ client, tableName }: Deps) => ({
  /**
   * What counts of every response in a bucket, page by page: consistent, all pages, of withdrawn
   * ones their number alone.
   *
   * @throws ResponseUnreadableError where a response is not as it is kept
   */
  read: async function* (bucket: Bucket): AsyncGenerator<BucketPage> {
    const { from, to } = bucketRange(bucket);
    const pages = queryPages(client, {
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
    for await (const page of pages) yield toPage(page, bucket.organization);
  },
});
export type ResponseBuckets = ReturnType<typeof createResponseBuckets>;
