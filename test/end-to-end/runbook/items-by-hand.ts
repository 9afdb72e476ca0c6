import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { clientSettings } from '../../../local/aws/client-settings.ts';
import type { Deployment } from '../../../local/deployment/describe-deployment.ts';

const SHARDS = [...'0123456789abcdef'];

/** Items written past the functions, as no one should. */
export const itemsByHand = ({
  emulatorUrl,
  tables,
}: Pick<Deployment, 'emulatorUrl' | 'tables'>) => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(emulatorUrl)));
  const put = (TableName: string, Item: object) => client.send(new PutCommand({ TableName, Item }));
  return {
    /** A response of these answers, be they of the poll or not. */
    putResponse: (poll: string, organization: string, sk: string, answers: string) =>
      put(tables.responses, {
        ...{ pk: `${poll}#${organization}`, sk, answers, revision: 1, channel: 'api' },
        ...{ day: '2027-01-20', expiresAt: 4_000_000_000 },
      }),

    /** Seals a poll and each of its tallies, as a clock that is a year ahead does. */
    seal: async (poll: string): Promise<void> => {
      await put(tables.polls, { pk: poll, sk: 'SEALING' });
      for (const shard of SHARDS) {
        const { Items = [] } = await client.send(
          new QueryCommand({
            TableName: tables.tallies,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': `${poll}#${shard}` },
          }),
        );
        for (const { pk, sk } of Items) {
          await client.send(
            new UpdateCommand({
              TableName: tables.tallies,
              Key: { pk, sk },
              UpdateExpression: 'SET sealed = :yes',
              ExpressionAttributeValues: { ':yes': true },
            }),
          );
        }
      }
      const seal = { sealedAt: '2028-01-20T00:00:00.000Z', day: '2028-01-20' };
      await put(tables.polls, { pk: poll, sk: 'SEAL', ...seal });
    },
  };
};
