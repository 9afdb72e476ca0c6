import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Call } from '../../local/api/call.ts';

const PATIENCE_MS = 30_000;
const UNSENDABLE = /[^\t\x20-\x7e\x80-\xff]/g;
const UNSENDABLE_IN_PATH = /[^\x21-\x7e]/g;

/**
 * Calls the API at `baseUrl` over HTTP with the path, the headers and the body as they are, a
 * GET's body too; of what HTTP itself cannot carry nothing is left.
 */
export const callRaw =
  (baseUrl: string): Call =>
  async ({ method, path, headers = {}, body }) => {
    const outgoing = httpRequest(`${baseUrl}`, {
      method,
      path: `${new URL(baseUrl).pathname}${path.replaceAll(UNSENDABLE_IN_PATH, '')}`,
      headers: {
        ...Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name, value.replaceAll(UNSENDABLE, '')]),
        ),
        // Node frames no body of a GET or a DELETE by itself.
        ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
      },
      agent: false,
      timeout: PATIENCE_MS,
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer came in time')));
    outgoing.end(body);
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    const entries = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
    return {
      status: incoming.statusCode ?? 0,
      headers: Object.fromEntries(entries),
      body: new Uint8Array(await buffer(incoming)),
    };
  };
