import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchChromium } from '../launch-chromium.ts';
import { DESKTOP } from '../look.ts';
import { administeredPolls } from './administered-polls.ts';
import { servePagesOver } from './pages-site.ts';

const STARTING_MS = 120_000;
const PATIENCE_MS = 20_000;

/** An administrator's visit: the page, and what it asked for. */
export type Visit = { readonly page: Page; readonly requests: readonly string[] };

type Started = {
  readonly browser: Browser;
  readonly api: Awaited<ReturnType<typeof administeredPolls>>;
  readonly site: Awaited<ReturnType<typeof servePagesOver>>;
};

/** Shows something, and nothing is still being loaded. */
const IS_THERE =
  "!!document.querySelector('h1') && !/Loading|Cargando/.test(document.body.innerText)";

const isThere = async (page: Page): Promise<void> => {
  await expect.poll(() => page.evaluate(IS_THERE), { timeout: PATIENCE_MS }).toBe(true);
};

/** Signs whoever looks at a page in, and waits until it is there. */
export const signInHere = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^(?:Sign in|Iniciar sesión)$/ }).click();
  await page.getByRole('button', { name: /^(?:Sign out|Cerrar sesión)$/ }).waitFor();
  await isThere(page);
};

/** What the pages keep of a sign-in, as the library that they use writes it. */
const keptSignIn = (token: string): string =>
  JSON.stringify({
    ...{ access_token: token, token_type: 'Bearer', profile: { sub: 'somebody' } },
    expires_at: Math.floor(Date.now() / 1000) + 3600,
  });
const KEPT_UNDER = 'oidc.user:https://issuer.example.org/pool:client';

/**
 * One browser, one site and one API for a file of tests; trouble ends with the test. A test in
 * which a script failed, or broke the pages' policy, fails.
 */
export const useAdministrator = () => {
  let started: Started | undefined;
  const opened: Page[] = [];
  const complaints: string[] = [];
  const there = (): Started => {
    if (!started) throw new Error('not started');
    return started;
  };
  beforeAll(async () => {
    const api = await administeredPolls();
    const [browser, site] = await Promise.all([launchChromium(), servePagesOver(api.answer)]);
    site.issuer.token = 'administrator';
    started = { browser, api, site };
  }, STARTING_MS);
  afterEach(async () => {
    there().api.state.trouble = null;
    there().site.issuer.token = 'administrator';
    await Promise.all(opened.splice(0).map((page) => page.context().close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await started?.browser.close();
    await started?.site.close();
  });
  return {
    api: () => there().api,
    site: () => there().site,
    /** Goes to an address, signed in before in this tab. */
    visit: async (
      path: string,
      options: BrowserContextOptions & { readonly signedIn?: false } = DESKTOP,
    ): Promise<Visit> => {
      const { signedIn = true, ...contextOptions } = options;
      const context = await there().browser.newContext({
        ...{ acceptDownloads: true, timezoneId: 'America/Chicago', locale: 'en-US' },
        ...contextOptions,
      });
      const page = await context.newPage();
      opened.push(page);
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
      });
      if (signedIn) {
        const item = [KEPT_UNDER, keptSignIn(there().site.issuer.token)];
        await page.addInitScript(
          `sessionStorage.setItem(${item.map((text) => JSON.stringify(text))})`,
        );
      }
      await page.goto(`${there().site.url}${path}`);
      await isThere(page);
      return { page, requests };
    },
  };
};
