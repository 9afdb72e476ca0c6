import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchChromium } from '../launch-chromium.ts';
import { administeredPolls } from './administered-polls.ts';
import { DESKTOP } from './looked-at.ts';
import { servePagesOver } from './pages-site.ts';

const STARTING_MS = 120_000;

/** An administrator's visit: the page, and what it asked for. */
export type Visit = { readonly page: Page; readonly requests: readonly string[] };

type Started = {
  readonly browser: Browser;
  readonly api: Awaited<ReturnType<typeof administeredPolls>>;
  readonly site: Awaited<ReturnType<typeof servePagesOver>>;
};

/** Signs whoever looks at a page in, and waits until it is there. */
export const signInHere = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^(?:Sign in|Iniciar sesión)$/ }).click();
  await page.getByRole('button', { name: /^(?:Sign out|Cerrar sesión)$/ }).waitFor();
  await page.waitForLoadState('networkidle');
};

/** One browser, one site and one API for a file of tests; trouble ends with the test. */
export const useAdministrator = () => {
  let started: Started | undefined;
  const opened: Page[] = [];
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
  });
  afterAll(async () => {
    await started?.browser.close();
    await started?.site.close();
  });
  return {
    api: () => there().api,
    site: () => there().site,
    /** Signs in and goes on to an address. */
    visit: async (path: string, options: BrowserContextOptions = DESKTOP): Promise<Visit> => {
      const context = await there().browser.newContext({
        ...{ acceptDownloads: true, timezoneId: 'America/Chicago', locale: 'en-US' },
        ...options,
      });
      const page = await context.newPage();
      opened.push(page);
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(`${there().site.url}${path}`);
      await signInHere(page);
      return { page, requests };
    },
  };
};
