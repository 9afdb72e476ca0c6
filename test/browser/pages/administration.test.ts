import { mkdir } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { smallTargets } from '../form/look.ts';
import { launchChromium } from '../launch-chromium.ts';
import { administeredPolls } from './administered-polls.ts';
import { DESKTOP, expectAccessible, overflowOf, PHONE } from './looked-at.ts';
import { servePagesBefore } from './pages-site.ts';

const STARTING_MS = 120_000;
const TEST_MS = 60_000;
const SHOTS = process.env.SHOTS;

let browser: Browser;
let api: Awaited<ReturnType<typeof administeredPolls>>;
let site: Awaited<ReturnType<typeof servePagesBefore>>;
const opened: Page[] = [];

/** Signs in as an administrator and goes on to an address. */
const visit = async (path: string, options: BrowserContextOptions = DESKTOP): Promise<Page> => {
  const context = await browser.newContext({
    acceptDownloads: true,
    timezoneId: 'America/Chicago',
    locale: 'en-US',
    ...options,
  });
  const page = await context.newPage();
  opened.push(page);
  await page.goto(`${site.url}${path}`);
  await page.getByRole('button', { name: /^(?:Sign in|Iniciar sesión)$/ }).click();
  await page.getByRole('button', { name: /^(?:Sign out|Cerrar sesión)$/ }).waitFor();
  await page.waitForLoadState('networkidle');
  return page;
};

const shoot = async (path: string, name: string): Promise<void> => {
  const page = await visit(path, { viewport: { width: 1280, height: 900 } });
  await page.screenshot({ path: `${SHOTS}/${name}-desktop.png`, fullPage: true });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: `${SHOTS}/${name}-phone.png`, fullPage: true });
};

beforeAll(async () => {
  api = await administeredPolls();
  [browser, site] = await Promise.all([launchChromium(), servePagesBefore(api.call)]);
  site.issuer.token = 'administrator';
  if (SHOTS) await mkdir(SHOTS, { recursive: true });
}, STARTING_MS);
afterEach(async () => {
  api.state.trouble = null;
  site.issuer.token = 'administrator';
  await Promise.all(opened.splice(0).map((page) => page.context().close()));
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const STATES = [
  '/admin',
  '/admin?new',
  '/admin/empty',
  '/admin/ready',
  '/admin/ready/definition',
  '/admin/open',
  '/admin/open/definition',
  '/admin/closed',
  '/admin/empty/organizations',
  '/admin/open/organizations',
  '/admin/open/organizations?new',
  '/admin/open/organizations?import',
  '/admin/open/organizations/harbor-lights',
  '/admin/open/organizations/harbor-lights/exclusions',
  '/admin/ready/participation',
  '/admin/open/participation',
  '/admin/ready/release',
  '/admin/open/release',
  '/admin/closed/release',
  '/admin/open/audit',
  '/admin/nothing',
] as const;

describe.skipIf(!SHOTS)('screenshots', () => {
  test.each(STATES)('%s', { timeout: TEST_MS }, async (path) => {
    await shoot(path, path.slice(1).replaceAll(/[/?]/g, '-'));
  });
});

const withLanguage = (path: string, lang: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;

describe.skipIf(SHOTS).each(STATES)('%s', (path) => {
  test.each(['en', 'es'])(
    'in %s: no axe violation, light and dark, no sideways scroll, phone and desktop',
    { timeout: TEST_MS },
    async (lang) => {
      const page = await visit(withLanguage(path, lang), { ...PHONE, bypassCSP: true });
      await expectAccessible(page);
    },
  );

  test('at twice the text needs no sideways scroll, and targets are 44 pixels', {
    timeout: TEST_MS,
  }, async () => {
    const page = await visit(path, { viewport: { width: 640, height: 900 }, bypassCSP: true });
    expect(await smallTargets(page)).toEqual([]);
    await page.addStyleTag({ content: ':root{font-size:200%}' });
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  });
});
