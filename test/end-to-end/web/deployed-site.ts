import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { userOf } from '../../../local/people/users.ts';
import { placesIn } from '../../../local/places.ts';
import { buildPages } from '../../../local/site/build-pages.ts';
import { readBuiltPages } from '../../../local/site/built-pages.ts';
import { serveSite } from '../../../local/site/serve-site.ts';
import { siteConfig } from '../../../local/site/site-config.ts';
import { launchChromium } from '../../browser/launch-chromium.ts';

/** How long it may take to build the pages and to start a browser. */
export const STARTING_MS = 120_000;

/** A page of somebody's own, and every address that it asked for. */
export type Visit = { readonly page: Page; readonly requests: readonly string[] };

/**
 * A browser before what is deployed: the pages and the API under the one address that signing in
 * returns to, as `npm start` serves them. One file at a time can have it.
 */
export const openDeployedSite = async () => {
  const { users, ...deployment } = inject('deployment');
  const directory = await mkdtemp(join(tmpdir(), 'groundswell-web-'));
  const signal = AbortSignal.timeout(STARTING_MS);
  const built = await buildPages({ signal }, placesIn(directory));
  const [browser, site] = await Promise.all([
    launchChromium(),
    serveSite({
      ...{ port: Number(new URL(deployment.siteUrl).port), apiUrl: deployment.apiUrl, page: '' },
      pages: await readBuiltPages(built, siteConfig(deployment)),
    }),
  ]);
  const visit = async (path: string, options: BrowserContextOptions = {}): Promise<Visit> => {
    const context = await browser.newContext({ locale: 'en-US', ...options });
    const page = await context.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`${site.url}${path}`);
    return { page, requests };
  };
  return {
    url: site.url,
    browser,
    visit,
    /** Signs in with a role at the page that the issuer hosts, and comes back to `path`. */
    signedIn: async (role: string, path: string, options: BrowserContextOptions = {}) => {
      const { page, requests } = await visit(path, options);
      const { email, password } = userOf(users, role);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.locator('#username').fill(email);
      await page.locator('#password').fill(password);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Sign out' }).waitFor();
      return { page, requests };
    },
    /** What was asked of neither the site nor the issuer. */
    elsewhere: (requests: readonly string[]): readonly string[] =>
      requests.filter((url) =>
        [site.url, deployment.emulatorUrl].every((origin) => !url.startsWith(`${origin}/`)),
      ),
    close: async () => {
      await browser.close();
      await site.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
};

export type DeployedSite = Awaited<ReturnType<typeof openDeployedSite>>;
