import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { clientSettings } from '../../local/aws/client-settings.ts';
import type { InForce } from '../../local/demonstration/journal.ts';
import type { Deployment } from '../../local/deployment/describe-deployment.ts';

/** Responses in force that are not stored, and stored ones that are not in force. */
export type Stored = { readonly lost: number; readonly extra: number };

/**
 * Compares what is stored with what the clients were told, organization by organization, as
 * collections of answers: whose they are is not looked at.
 *
 * @param items the items' ids in the definition's order
 */
export const compareStored = async (
  { emulatorUrl, tables }: Deployment,
  poll: string,
  items: readonly string[],
  inForce: readonly InForce[],
): Promise<Stored> => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(emulatorUrl)));
  const told = Map.groupBy(inForce, ({ organization }) => organization);
  const differing: Stored[] = [];
  for (const [organization, responses] of told) {
    const stored = await answersOf(client, tables.responses, `${poll}#${organization}`);
    const texts = responses.map(({ answers }) =>
      items.map((item) => answers[item] ?? '-').join(''),
    );
    differing.push(countDiffering(texts, stored));
  }
  const sum = (kind: keyof Stored) => differing.reduce((total, one) => total + one[kind], 0);
  return { lost: sum('lost'), extra: sum('extra') };
};

/** How many of `told` are not among `stored`, and of `stored` not among `told`. */
export const countDiffering = (told: readonly string[], stored: readonly string[]): Stored => {
  const left = countsOf(stored);
  let lost = 0;
  for (const text of told) {
    const count = left.get(text) ?? 0;
    if (count === 0) lost += 1;
    else left.set(text, count - 1);
  }
  return { lost, extra: [...left.values()].reduce((sum, count) => sum + count, 0) };
};

const answersOf = async (
  client: DynamoDBDocumentClient,
  TableName: string,
  pk: string,
): Promise<readonly string[]> => {
  const pages = paginateQuery(
    { client },
    {
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
    },
  );
  const found: string[] = [];
  for await (const { Items = [] } of pages) {
    found.push(...Items.flatMap(({ answers }) => (typeof answers === 'string' ? [answers] : [])));
  }
  return found;
};

const countsOf = (values: readonly string[]): Map<string, number> =>
  new Map([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]));
