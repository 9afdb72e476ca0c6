import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { ApiAnswer } from '../../../local/api/call.ts';
import { responseId } from '../../../local/api/response-requests.ts';
import { aRenderingWorld } from '../../functions/render-form/rendering-world.ts';

/** Where the form of an open poll is. */
export const FORM = '/p/spring/harbor-lights';

/** One request that reached the service. */
export type Seen = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

/** What the service does instead of answering: a gateway's own refusal, or nothing at all. */
export type Trouble = { readonly status: number; readonly retryAfter?: number } | 'hang up';

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/**
 * The form and intake over tables in memory, served on a port of the loopback: what a browser
 * sees of a deployment, without one.
 */
export const serveForm = async () => {
  const seen: Seen[] = [];
  const state: { trouble: Trouble | undefined; world: ReturnType<typeof aRenderingWorld> } = {
    trouble: undefined,
    world: aRenderingWorld(),
  };
  const answer = async (incoming: IncomingMessage): Promise<ApiAnswer | undefined> => {
    const { method = '', url = '' } = incoming;
    const body = await buffer(incoming);
    seen.push({ method, url, headers: incoming.headers, body: body.toString() });
    const { trouble, world } = state;
    if (trouble === 'hang up') return undefined;
    if (trouble) {
      const retry = trouble.retryAfter ? { 'retry-after': String(trouble.retryAfter) } : {};
      const headers = { 'content-type': 'application/json', ...retry };
      return { ...trouble, headers, body: new TextEncoder().encode('{"message":"no"}') };
    }
    const headers = headersOf(incoming);
    return world.call({ method, path: url, headers, body: new Uint8Array(body) });
  };
  const server = createServer(async (incoming, outgoing) => {
    try {
      const found = await answer(incoming);
      if (!found) return void incoming.destroy();
      outgoing.writeHead(found.status, { ...found.headers });
      outgoing.end(found.body);
    } catch {
      outgoing.writeHead(404, { 'content-type': 'application/problem+json' });
      outgoing.end('{}');
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  state.world = aRenderingWorld({ siteUrl: url });
  return {
    url,
    seen,
    /** From now on every request meets this; undefined: all is well again. */
    trouble: (next?: Trouble): void => {
      state.trouble = next;
    },
    responses: () => state.world.responses.items,
    /** The response of the form at {@link FORM} that a private link opens, as the table holds it. */
    keptFor: (link: string): unknown =>
      state.world.responses.items.get(
        `spring#harbor-lights#${responseId(link.split('#')[1] ?? '')}`,
      ),
    polls: () => state.world.polls,
    close: (): void => {
      server.close();
      server.closeAllConnections();
    },
  };
};
export type FormSite = Awaited<ReturnType<typeof serveForm>>;
