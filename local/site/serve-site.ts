import { once } from 'node:events';
import {
  type ClientRequest,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { PagesAt } from './built-pages.ts';

/** A running site. */
export type Site = { readonly url: string; readonly close: () => Promise<void> };

const TO_THE_API = /^\/(?:v1|p)(?:[/?]|$)/;
const CONNECTION_ONLY = new Set(['connection', 'host', 'keep-alive', 'transfer-encoding']);

/**
 * Serves the site with the API on the same origin, as the CDN does on AWS: `/v1` and `/p` go to
 * the API at `apiUrl`, and `pages` answers what else there is; `/` says what there is on this
 * machine, unless an issuer sends somebody back there. Loopback only.
 */
export const serveSite = async (settings: {
  readonly port: number;
  readonly apiUrl: string;
  readonly page: string;
  readonly pages: PagesAt;
}): Promise<Site> => {
  const { port, apiUrl, page, pages } = settings;
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '/';
    if (TO_THE_API.test(path)) return void forward(incoming, outgoing, `${apiUrl}${path}`);
    answerPage(outgoing, new URL(path, 'http://localhost'), { page, pages });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

const START_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
};

const answerPage = (
  outgoing: ServerResponse,
  { pathname, searchParams }: URL,
  { page, pages }: { readonly page: string; readonly pages: PagesAt },
): void => {
  const isStart = pathname === '/' && !searchParams.has('state');
  const found = isStart ? undefined : pages(pathname);
  outgoing.writeHead(isStart || found ? 200 : 404, found?.headers ?? START_HEADERS);
  outgoing.end(found?.body ?? page);
};

const forward = async (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  address: string,
): Promise<void> => {
  const { method, headers } = incoming;
  const onward = httpRequest(address, { method, headers: withoutConnection(headers) });
  try {
    const [[answer]] = await Promise.all([answerTo(onward), pipeline(incoming, onward)]);
    outgoing.writeHead(answer.statusCode ?? 502, withoutConnection(answer.headers));
    await pipeline(answer, outgoing);
  } catch {
    onward.destroy();
    if (!outgoing.headersSent) outgoing.writeHead(502);
    outgoing.end();
  }
};

const answerTo = (onward: ClientRequest) => once(onward, 'response') as Promise<[IncomingMessage]>;

const withoutConnection = (headers: IncomingMessage['headers']): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !CONNECTION_ONLY.has(name)));
