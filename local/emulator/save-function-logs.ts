import { writeFile } from 'node:fs/promises';
import { REGION } from '../aws/client-settings.ts';

/** One line of a function's log, and when it was written, in milliseconds since 1970. */
export type LogEvent = { readonly timestamp: number; readonly message: string };

/** What each function logged, by its name, oldest first. */
export type FunctionLogs = ReadonlyMap<string, readonly LogEvent[]>;

export class LogsUnreadableError extends Error {
  override readonly name = 'LogsUnreadableError';
}

/**
 * What functions have logged since a time (milliseconds since 1970; ever, where it is left out).
 * One that never ran has logged nothing.
 *
 * @throws LogsUnreadableError where the emulator does not tell, or not all
 */
export const readFunctionLogs = async (
  endpoint: string,
  functions: readonly string[],
  since = 0,
): Promise<FunctionLogs> => {
  const read = async (name: string) =>
    [name, await eventsOf(endpoint, `/aws/lambda/${name}`, since)] as const;
  return new Map(await Promise.all(functions.map(read)));
};

/** Writes what the functions logged, which the emulator forgets when it stops, into a file. */
export const writeFunctionLogs = async (logs: FunctionLogs, file: string): Promise<void> => {
  const parts = [...logs].map(([name, events]) => [`${name}\n`, ...events.map(lineOf), '\n']);
  await writeFile(file, parts.flat().join(''));
};

/** Reads what the functions logged, and writes it into a file. */
export const saveFunctionLogs = async (
  endpoint: string,
  functions: readonly string[],
  file: string,
): Promise<void> => writeFunctionLogs(await readFunctionLogs(endpoint, functions), file);

const lineOf = ({ timestamp, message }: LogEvent): string =>
  `${new Date(timestamp).toISOString()} ${message.trimEnd()}\n`;

type Page = { readonly events?: readonly LogEvent[] };

/** As many events as an answer can hold. */
const PAGE = 10_000;

/**
 * The emulator gives the oldest events of a time and no token for those after them, so a full
 * page is followed by one from its last millisecond on.
 */
const eventsOf = async (
  endpoint: string,
  logGroupName: string,
  since: number,
): Promise<readonly LogEvent[]> => {
  const found: LogEvent[] = [];
  let startTime = since;
  for (;;) {
    const events = await pageOf(endpoint, { logGroupName, startTime, limit: PAGE });
    const last = events.at(-1)?.timestamp ?? startTime;
    if (events.length < PAGE) return [...found, ...events];
    if (last === startTime) {
      throw new LogsUnreadableError(`${logGroupName} has too many lines in one millisecond`);
    }
    for (const event of events) if (event.timestamp < last) found.push(event);
    startTime = last;
  }
};

/** The emulator checks no signature; it takes the service from the header's scope. */
const pageOf = async (endpoint: string, body: object): Promise<readonly LogEvent[]> => {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'Logs_20140328.FilterLogEvents',
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${REGION}/logs/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (response.ok) return (JSON.parse(text) as Page).events ?? [];
  if (text.includes('ResourceNotFoundException')) return [];
  throw new LogsUnreadableError(`the emulator answered ${response.status}: ${text}`);
};
