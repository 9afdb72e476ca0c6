import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { ApiRequest, Call } from '../../../local/api/call.ts';
import { placesIn } from '../../../local/places.ts';
import { findFreePort } from '../../../local/ports.ts';
import { buildPages } from '../../../local/site/build-pages.ts';
import { readBuiltPages } from '../../../local/site/built-pages.ts';
import { serveSite } from '../../../local/site/serve-site.ts';
import { startIssuer } from './issuer.ts';
import { type ReleasedPoll, releasedPolls } from './released-polls.ts';

const requestOf = async (incoming: IncomingMessage): Promise<ApiRequest> => {
  const { method = 'GET', url = '/', headers } = incoming;
  const body = await buffer(incoming);
  return {
    method,
    path: url,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
    ),
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  };
};

/**
 * The pages as `npm start` serves them, built anew, before an API that a test makes and an
 * issuer that signs everybody in.
 */
export const servePagesBefore = async (call: Call) => {
  const directory = await mkdtemp(join(tmpdir(), 'groundswell-site-'));
  const built = await buildPages({ signal: AbortSignal.timeout(60_000) }, placesIn(directory));
  const issuer = await startIssuer();
  const api = createServer(async (incoming, outgoing) => {
    const { status, headers, body } = await call(await requestOf(incoming));
    outgoing.writeHead(status, headers).end(body);
  });
  api.listen(0, '127.0.0.1');
  await once(api, 'listening');
  const pages = await readBuiltPages(built, {
    signIn: {
      ...{ issuer: 'https://issuer.example.org/pool', clientId: 'client' },
      authorizationEndpoint: `${issuer.url}/oauth2/authorize`,
      tokenEndpoint: `${issuer.url}/oauth2/token`,
      endSessionEndpoint: `${issuer.url}/logout`,
    },
  });
  const apiUrl = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
  const site = await serveSite({ port: await findFreePort(), apiUrl, page: '', pages });
  return {
    url: site.url,
    issuer,
    close: async () => {
      await site.close();
      issuer.close();
      api.close();
      await rm(directory, { recursive: true });
    },
  };
};

/** The pages over the reports of some polls. */
export const servePages = async (polls: readonly ReleasedPoll[]) => {
  const answer = await releasedPolls(polls);
  return servePagesBefore(({ path, headers }) => answer(path, headers?.authorization));
};
