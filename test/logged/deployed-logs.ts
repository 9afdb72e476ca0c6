import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { clientSettings } from '../../local/aws/client-settings.ts';
import type { Deployment } from '../../local/deployment/describe-deployment.ts';
import { type FunctionLogs, readFunctionLogs } from '../../local/emulator/save-function-logs.ts';
import { lineJudge } from './log-line-faults.ts';
import { record, recorded } from './run-records.ts';

const MOST_SHOWN = 20;

/** Functions that were deployed for the tests logged something that must not be in a log. */
export class LoggedWhatMustNotBeError extends Error {
  override readonly name = 'LoggedWhatMustNotBeError';
}

/** The ids of all responses that a deployment ever took in. */
const responseIdsIn = async ({ emulatorUrl, tables }: Deployment): Promise<readonly string[]> => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(emulatorUrl)));
  const ids: string[] = [];
  const asked = { TableName: tables.responses, ProjectionExpression: 'sk' };
  for await (const { Items = [] } of paginateScan({ client }, asked)) {
    for (const { sk } of Items) ids.push(sk);
  }
  return ids;
};

/**
 * Notes what the functions of a deployment have logged since a time (milliseconds since 1970), and
 * which responses it has: to be done before its emulator stops, to be judged when the run ends.
 */
export const recordLogsOf = async (deployment: Deployment, since = 0): Promise<FunctionLogs> => {
  const { emulatorUrl, functions } = deployment;
  const logs = await readFunctionLogs(emulatorUrl, Object.values(functions), since);
  const lines = [...logs.values()].flat().map(({ message }) => message.trimEnd());
  record('lines', lines);
  record('response-ids', await responseIdsIn(deployment));
  return logs;
};

/**
 * Looks at every line that deployed functions logged in a run, with the secrets of all of its
 * processes; `records` is the run's directory.
 *
 * @throws LoggedWhatMustNotBeError where something is wrong with any
 */
export const judgeRecordedLogs = (records: string): void => {
  const judge = lineJudge({
    words: new Set(recorded(records, 'secrets')),
    responseIds: new Set(recorded(records, 'response-ids')),
  });
  const faults = recorded(records, 'lines').flatMap((line) =>
    judge(line).map((fault) => `${fault}: ${line}`),
  );
  if (faults.length === 0) return;
  const shown = faults.slice(0, MOST_SHOWN).map((fault) => `\n  ${fault}`);
  throw new LoggedWhatMustNotBeError(
    `deployed functions logged what must not be in a log (docs/logs.md says what may), ${faults.length} in all:${shown.join('')}`,
  );
};

/** A failure while a run ends does not fail it by itself. */
export const failingTheRun = async (check: () => Promise<void>): Promise<void> => {
  try {
    await check();
  } catch (error) {
    process.exitCode = 1;
    throw error;
  }
};
