import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placesIn } from '../../../local/places.ts';
import { findFreePort } from '../../../local/ports.ts';
import { buildPages } from '../../../local/site/build-pages.ts';
import { readBuiltPages } from '../../../local/site/built-pages.ts';
import { serveSite } from '../../../local/site/serve-site.ts';
import type { SiteConfig } from '../../../schemas/site-config.ts';
import { startIssuer } from './issuer.ts';
import { type ReleasedPoll, releasedPolls } from './released-polls.ts';
import { startServer } from './start-server.ts';

/** What is served beside the pages, over HTTP. */
export type ServedApi = Parameters<typeof startServer>[0];

/**
 * The pages as `npm start` serves them, built anew, over an API and an issuer that signs everybody
 * in.
 *
 * @param offered what the service has beside what every service has
 */
export const servePagesOver = async (
  answer: ServedApi,
  offered: Pick<SiteConfig, 'uploads' | 'invitations'> = {},
) => {
  const directory = await mkdtemp(join(tmpdir(), 'groundswell-site-'));
  const built = await buildPages({ signal: AbortSignal.timeout(60_000) }, placesIn(directory));
  const issuer = await startIssuer();
  const api = await startServer(answer);
  const pages = await readBuiltPages(built, {
    signIn: {
      ...{ issuer: 'https://issuer.example.org/pool', clientId: 'client' },
      authorizationEndpoint: `${issuer.url}/oauth2/authorize`,
      tokenEndpoint: `${issuer.url}/oauth2/token`,
      endSessionEndpoint: `${issuer.url}/logout`,
    },
    ...offered,
  });
  const site = await serveSite({ port: await findFreePort(), apiUrl: api.url, page: '', pages });
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
  return servePagesOver(({ path, headers }) => answer(path, headers));
};
