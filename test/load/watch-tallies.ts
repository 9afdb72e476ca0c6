import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { shardOf } from '../../core/counting/shard-of.ts';
import { clientSettings } from '../../local/aws/client-settings.ts';
import type { Deployment } from '../../local/deployment/describe-deployment.ts';
import type { Gate } from './gate.ts';

/** How many responses the tallies of some organizations held when they were last looked at. */
export type Tallied = (organization: string) => number;

const LOOK_EVERY_MS = 100;

/**
 * Looks at the tallies of organizations with one bucket each, all with one read, until `signal`
 * ends it. While the emulator is away nobody looks.
 */
export const watchTallies = (settings: {
  readonly deployment: Deployment;
  readonly poll: string;
  readonly organizations: readonly string[];
  readonly gate: Gate;
  readonly signal: AbortSignal;
}): Tallied => {
  const { deployment, poll, organizations, gate, signal } = settings;
  const { emulatorUrl, tables } = deployment;
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(emulatorUrl)));
  const Keys = organizations.map((id) => ({ pk: `${poll}#${shardOf(id)}`, sk: `${id}#00` }));
  const latest = new Map<string, number>();
  const look = async (): Promise<void> => {
    const RequestItems = { [tables.tallies]: { Keys, ConsistentRead: true } };
    const { Responses } = await client.send(new BatchGetCommand({ RequestItems }));
    for (const { sk, responses } of Responses?.[tables.tallies] ?? []) {
      latest.set(String(sk).slice(0, -'#00'.length), Number(responses));
    }
  };
  const watch = async (): Promise<void> => {
    while (!signal.aborted) {
      await gate.passed();
      await look().catch(() => undefined);
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
  };
  void watch();
  return (organization) => latest.get(organization) ?? 0;
};
