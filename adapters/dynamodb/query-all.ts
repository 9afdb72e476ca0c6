import {
  type DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
} from '@aws-sdk/lib-dynamodb';

type Query = Omit<QueryCommandInput, 'ExclusiveStartKey'>;

/** The pages of a query in the order of its keys, each read when it is asked for. */
export async function* queryPages(
  client: DynamoDBDocumentClient,
  query: Query,
): AsyncGenerator<QueryCommandOutput> {
  let start: Record<string, unknown> | undefined;
  do {
    const page: QueryCommandOutput = await client.send(
      new QueryCommand({ ...query, ExclusiveStartKey: start }),
    );
    yield page;
    start = page.LastEvaluatedKey;
  } while (start);
}

/** Every item that a query finds, in the order of its keys, over all its pages. */
export const queryAll = async (
  client: DynamoDBDocumentClient,
  query: Query,
): Promise<readonly Record<string, unknown>[]> => {
  const items: Record<string, unknown>[] = [];
  for await (const page of queryPages(client, query)) items.push(...(page.Items ?? []));
  return items;
};
