import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { clientSettings } from '../../local/aws/client-settings.ts';

const SHARDS = [...'0123456789abcdef'];

/** How many responses of a poll the tallies hold, by plain addition. */
export const countTallied = async (
  endpoint: string,
  tableName: string,
  poll: string,
): Promise<number> => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(endpoint)));
  const shards = await Promise.all(
    SHARDS.map((shard) =>
      client.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': `${poll}#${shard}` },
        }),
      ),
    ),
  );
  return shards
    .flatMap(({ Items = [] }) => Items)
    .reduce((sum, item) => sum + Number(item.responses), 0);
};
