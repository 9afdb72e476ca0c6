import { once } from 'node:events';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { callsOfRequest } from './calls-of-request.ts';
import type { RecordedCall } from './recorded-call.ts';

/** Stands between functions and the emulator, and notes what they ask for. */
export interface Recorder {
  /** The endpoint that a function is given, so that it is known who asks. */
  readonly endpointFor: (caller: string) => string;
  readonly close: () => void;
}

const LOOPBACK = '127.0.0.1';
const BAD_GATEWAY = 502;

/**
 * Passes requests on to the emulator at `endpoint` byte by byte, and keeps each distinct call in
 * `file`, one JSON text a line, as soon as it was answered. A request that no rule knows fails,
 * so that the function that makes it fails, too.
 */
export const recordCalls = async (endpoint: string, file: string): Promise<Recorder> => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  const known = new Set<string>();
  const keep = (call: RecordedCall): void => {
    const line = JSON.stringify(call);
    if (known.has(line)) return;
    known.add(line);
    appendFileSync(file, `${line}\n`);
  };
  const server = createServer((incoming, outgoing) => {
    passOn(endpoint, incoming, outgoing, keep).catch((error: unknown) => {
      console.error(error);
      outgoing.writeHead(BAD_GATEWAY).end(String(error));
    });
  });
  server.listen(0, LOOPBACK);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpointFor: (caller) => `http://${LOOPBACK}:${port}/${caller}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

const passOn = async (
  endpoint: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  keep: (call: RecordedCall) => void,
): Promise<void> => {
  const [, caller = '', path = '/'] = /^\/([^/]+)(\/.*)$/.exec(incoming.url ?? '') ?? [];
  const { method = 'GET', headers } = incoming;
  const body = await buffer(incoming);
  const answer = await answerOf(endpoint, { method, path, headers, body });
  const received = await buffer(answer);
  const status = answer.statusCode ?? BAD_GATEWAY;
  const asked = callsOfRequest({ method, path, headers, body: body.toString(), status });
  for (const call of asked) keep({ caller, ...call });
  outgoing.writeHead(status, answer.headers).end(received);
};

const answerOf = async (
  endpoint: string,
  {
    method,
    path,
    headers,
    body,
  }: Pick<IncomingMessage, 'headers'> & {
    readonly method: string;
    readonly path: string;
    readonly body: Buffer;
  },
): Promise<IncomingMessage> => {
  const { host } = new URL(endpoint);
  const passed = request(`${endpoint}${path}`, { method, headers: { ...headers, host } });
  passed.end(body);
  const [answer] = (await once(passed, 'response')) as [IncomingMessage];
  return answer;
};
