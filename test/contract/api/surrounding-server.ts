import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/**
 * What else functions call over HTTP: Lambda, to invoke functions asynchronously, and an
 * issuer's published keys.
 */
export const createSurroundingServer = async (settings: {
  readonly keys: object;
  readonly invoke: (functionName: string, payload: unknown) => Promise<unknown>;
}) => {
  const server = createServer(async (incoming, outgoing) => {
    if (incoming.method !== 'POST') {
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      return void outgoing.end(JSON.stringify(settings.keys));
    }
    const payload: unknown = JSON.parse(await text(incoming));
    outgoing.writeHead(202);
    outgoing.end();
    const [, name = ''] = /\/functions\/([^/]+)\//.exec(incoming.url ?? '') ?? [];
    await settings.invoke(decodeURIComponent(name), payload);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
};
