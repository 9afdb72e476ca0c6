import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { ApiAnswer } from '../../../local/api/call.ts';

/** A request as a small server sees it; header names are in lower case. */
export type Incoming = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
};

/** Starts a server on this machine that answers as it is told. */
export const startServer = async (answer: (request: Incoming) => Promise<ApiAnswer>) => {
  const server = createServer(async (incoming, outgoing) => {
    const { method = 'GET', url: path = '/' } = incoming;
    const headers = incoming.headers as Incoming['headers'];
    const answered = await answer({ method, path, headers, body: await buffer(incoming) });
    outgoing.writeHead(answered.status, answered.headers).end(answered.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
};
