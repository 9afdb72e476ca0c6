import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { shardOf } from '../../core/counting/shard-of.ts';
import { clientSettings } from '../../local/aws/client-settings.ts';
import type { Deployment } from '../../local/deployment/describe-deployment.ts';
import type { Gate } from './gate.ts';

const PAUSE_MS = 50;

/** How many responses of one organization the tallies hold. */
export const createTallied = (
  { emulatorUrl, tables }: Deployment,
  poll: string,
): ((organization: string) => Promise<number>) => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(emulatorUrl)));
  return async (organization) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tables.tallies,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: {
          ':pk': `${poll}#${shardOf(organization)}`,
          ':sk': `${organization}#`,
        },
      }),
    );
    return Items.reduce((sum, item) => sum + Number(item.responses), 0);
  };
};

/**
 * Has one person after the other answer in an organization that nobody else answers in, each
 * when the one before is tallied, until `signal` ends it.
 *
 * @returns for each how long it took from the 2xx to the tally, in milliseconds
 */
export const probeTallies = async (settings: {
  readonly submit: () => Promise<void>;
  readonly tallied: () => Promise<number>;
  readonly gate: Gate;
  readonly signal: AbortSignal;
}): Promise<readonly number[]> => {
  const { submit, tallied, gate, signal } = settings;
  const times: number[] = [];
  while (!signal.aborted) {
    await submit();
    const begun = performance.now();
    while ((await talliedThrough(gate, tallied)) <= times.length) await sleep(PAUSE_MS);
    times.push(performance.now() - begun);
  }
  return times;
};

/** While the emulator is away, nothing is tallied. */
const talliedThrough = async (gate: Gate, tallied: () => Promise<number>): Promise<number> => {
  await gate.passed();
  return tallied().catch(() => -1);
};

/** The value that a share of the values does not exceed. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};
