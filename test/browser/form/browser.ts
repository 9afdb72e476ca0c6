import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchChromium } from '../launch-chromium.ts';
import { type FormSite, serveForm } from './form-site.ts';

const STARTING_MS = 120_000;

/** One browser and one site for a file of tests; trouble ends with the test that made it. */
export const useBrowser = (): {
  readonly browser: () => Browser;
  readonly site: () => FormSite;
} => {
  let browser: Browser | undefined;
  let site: FormSite | undefined;
  const there = <T>(thing: T | undefined): T => {
    if (!thing) throw new Error('not started');
    return thing;
  };
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchChromium(), serveForm()]);
  }, STARTING_MS);
  afterEach(() => site?.trouble());
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });
  return { browser: () => there(browser), site: () => there(site) };
};
