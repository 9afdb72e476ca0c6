import { writeFile } from 'node:fs/promises';
import { REGION } from '../aws/client-settings.ts';

/** What functions logged, line by line, oldest first. */
export const functionLogs = async (
  endpoint: string,
  functions: readonly string[],
): Promise<readonly string[]> => {
  const logs = await Promise.all(
    functions.map((name) => eventsOf(endpoint, `/aws/lambda/${name}`)),
  );
  return logs.flat().map(({ message }) => message.trimEnd());
};

/** An entry of a log group; `timestamp` is in milliseconds. */
export type LogEvent = { readonly timestamp: number; readonly message: string };
type Page = { readonly events?: readonly LogEvent[]; readonly nextToken?: string };

const MOST_PAGES = 50;

/** Writes what the functions logged, which the emulator forgets when it stops, into a file. */
export const saveFunctionLogs = async (
  endpoint: string,
  functions: readonly string[],
  file: string,
): Promise<void> => {
  const parts: string[] = [];
  for (const name of functions) {
    const events = await eventsOf(endpoint, `/aws/lambda/${name}`);
    parts.push(`${name}\n`, ...events.map(lineOf), '\n');
  }
  await writeFile(file, parts.join(''));
};

const lineOf = ({ timestamp, message }: LogEvent): string =>
  `${new Date(timestamp).toISOString()} ${message.trimEnd()}\n`;

export const eventsOf = async (
  endpoint: string,
  logGroupName: string,
): Promise<readonly LogEvent[]> => {
  const found: LogEvent[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { events = [], ...rest } = await request(endpoint, { logGroupName, nextToken });
    found.push(...events);
    nextToken = rest.nextToken;
    if (nextToken === undefined) break;
  }
  return found;
};

/** The emulator checks no signature; it takes the service from the header's scope. */
const request = async (endpoint: string, body: object): Promise<Page> => {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'Logs_20140328.FilterLogEvents',
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${REGION}/logs/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(body),
  });
  return response.ok ? ((await response.json()) as Page) : {};
};
