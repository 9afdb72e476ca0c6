import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { SEALING } from '../../adapters/dynamodb/seals.ts';
import type { Call } from '../../local/api/call.ts';
import { listSnapshots } from '../../local/api/reports.ts';
import { clientSettings } from '../../local/aws/client-settings.ts';
import type { Deployment } from '../../local/deployment/describe-deployment.ts';
import type { Snapshot } from '../../schemas/release.ts';
import type { SweepRequest } from '../../schemas/sweep.ts';
import { functionProcesses } from './function-processes.ts';
import type { Run } from './function-runs.ts';
import { type Patience, until } from './in-time.ts';
import { kill } from './kill-now-and-then.ts';

/** Shorter than a seal takes, so that whichever begins it is met by two more. */
const BETWEEN_SEALS_MS = 500;
const WATCH_EVERY_MS = 50;
const TWINS = [1, 2];

/** The final release, from when to when it was sealed, and how many were killed who did. */
export type Sealed = {
  readonly final: Snapshot;
  readonly sealing: Run;
  readonly killed: number;
};

/**
 * Has a poll that closed sealed by two calls at once, again and again from before it is due,
 * beside its own schedule, until its final release is out. Once the final count has begun, every
 * process that may be at it is killed.
 *
 * @throws NotInTimeError where no final release comes in time
 */
export const sealUnderLoad = async (settings: {
  readonly deployment: Deployment;
  readonly planner: Call;
  readonly poll: string;
  readonly patience: Patience;
}): Promise<Sealed> => {
  const { deployment, planner, poll, patience } = settings;
  const over = new AbortController();
  const signal = AbortSignal.any([patience.signal, over.signal]);
  const killing = killSweeps(deployment, poll, { ...patience, everyMs: WATCH_EVERY_MS, signal });
  killing.catch(() => undefined);
  const sealing = sealAgainAndAgain(deployment, poll, signal);
  try {
    const look = async () =>
      (await listSnapshots(planner, poll).catch(() => [])).find(({ kind }) => kind === 'final');
    const final = await until('A final release', look, patience);
    const { begin, killed } = await killing;
    return { final, sealing: { begin, end: await sealedAt(deployment, poll) }, killed };
  } finally {
    over.abort();
    await sealing;
  }
};

const sealAgainAndAgain = async (
  { emulatorUrl, functions }: Deployment,
  poll: string,
  signal: AbortSignal,
): Promise<void> => {
  const client = new LambdaClient(clientSettings(emulatorUrl));
  const request: SweepRequest = { kind: 'seal', poll };
  const seal = () =>
    client.send(
      new InvokeCommand({ FunctionName: functions.sweep, Payload: JSON.stringify(request) }),
      { abortSignal: signal },
    );
  while (!signal.aborted) {
    await Promise.allSettled(TWINS.map(seal));
    await sleep(BETWEEN_SEALS_MS, undefined, { signal }).catch(() => undefined);
  }
};

/** Waits until the final count has begun, and kills every process of the sweep. */
const killSweeps = async (
  deployment: Deployment,
  poll: string,
  patience: Patience,
): Promise<{ readonly begin: number; readonly killed: number }> => {
  const item = pollItems(deployment, poll);
  const look = () => item(SEALING).catch(() => undefined);
  await until('The beginning of the final count', look, patience);
  const begin = Date.now();
  const pids = await functionProcesses(deployment.functions.sweep);
  return { begin, killed: pids.filter(kill).length };
};

const sealedAt = async (deployment: Deployment, poll: string): Promise<number> =>
  Date.parse((await pollItems(deployment, poll)('SEAL'))?.sealedAt);

/** Reads an item of a poll by its sort key. */
const pollItems = ({ emulatorUrl, tables }: Deployment, pk: string) => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(emulatorUrl)));
  return async (sk: string) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: tables.polls, Key: { pk, sk }, ConsistentRead: true }),
    );
    return Item;
  };
};
