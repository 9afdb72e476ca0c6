import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SnapshotList } from '../../../schemas/release.ts';
import { launchChromium } from '../launch-chromium.ts';
import { axeViolations, DESKTOP, expectAccessible, PHONE, sidewaysScroll } from '../look.ts';
import { servePages } from './pages-site.ts';
import { POLLS } from './polls.ts';

const STARTING_MS = 120_000;
const TEST_MS = 60_000;

let browser: Browser;
let site: Awaited<ReturnType<typeof servePages>>;
const opened: Page[] = [];

type Visit = { readonly page: Page; readonly requests: readonly string[] };

/** @param tooLarge a file that the API answers with a link to another origin */
const visit = async (
  path: string,
  options: BrowserContextOptions = DESKTOP,
  { tooLarge }: { readonly tooLarge?: string } = {},
): Promise<Visit> => {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  const page = await context.newPage();
  opened.push(page);
  if (tooLarge !== undefined) {
    await page.route(`**/v1/**/${tooLarge}`, (route) =>
      route.fulfill({ status: 302, headers: { location: 'https://bucket.example.org/signed' } }),
    );
  }
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`${site.url}${path}`);
  await page.locator('h1:not([role=status] *)').or(page.locator('[role=status] h1')).waitFor();
  await page.waitForLoadState('networkidle');
  return { page, requests };
};

/** What "Everything in one zip" saves. */
const namesInZip = async (page: Page): Promise<readonly (string | undefined)[]> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Everything in one zip' }).click(),
  ]);
  const files = unzipSync(await readFile(await download.path()));
  return Object.keys(files).map((name) => name.split('/')[1]);
};

const ranksIn = (page: Page): Promise<readonly string[]> =>
  page.locator('table.items tbody th').allInnerTexts();

beforeAll(async () => {
  [browser, site] = await Promise.all([launchChromium(), servePages(POLLS)]);
}, STARTING_MS);
afterEach(async () => {
  await Promise.all(opened.splice(0).map((page) => page.context().close()));
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe('the results of a public poll', () => {
  test('need no sign-in, load nothing for it, and reach no other origin', {
    timeout: TEST_MS,
  }, async () => {
    const { page, requests } = await visit('/results/spring');
    expect(await page.locator('h1').innerText()).toBe('Calls to Action');
    expect(requests.filter((url) => !url.startsWith(site.url))).toEqual([]);
    expect(requests.filter((url) => /oidc|config\.json|zip/.test(url))).toEqual([]);
  });

  test('show another voice on choosing it, what moves, and keep it in the address', {
    timeout: TEST_MS,
  }, async () => {
    const { page } = await visit('/results/spring');
    const before = await ranksIn(page);
    await page.getByLabel('Each organization counts once').check();
    expect(new URL(page.url()).search).toBe('?voice=organization');
    expect(await ranksIn(page)).not.toEqual(before);
    expect(await page.locator('.view [role=status]').innerText()).toMatch(
      /^\d+ of 12 items have another rank than in the headline figures/,
    );
    expect(await page.locator('table.items .moved').count()).toBeGreaterThan(0);
    await page.getByText('The bars show what people answered').waitFor();
    await page.getByRole('link', { name: 'Back to the headline figures' }).click();
    expect(new URL(page.url()).search).toBe('');
    expect(await ranksIn(page)).toEqual(before);
  });

  test('show the same for the address that a choice gave, and go back', {
    timeout: TEST_MS,
  }, async () => {
    const { page } = await visit('/results/spring');
    await page.getByLabel('The mean level').check();
    await page.getByLabel('All items together').check();
    await page.getByLabel('region: Region 2').check();
    const [address, ranks] = [new URL(page.url()), await ranksIn(page)];
    expect(ranks).toHaveLength(12);
    const again = await visit(`${address.pathname}${address.search}`);
    expect(await ranksIn(again.page)).toEqual(ranks);
    expect(await again.page.getByLabel('region: Region 2').isChecked()).toBe(true);
    await page.goBack();
    expect(await page.getByLabel('All organizations').isChecked()).toBe(true);
  });

  test('say so where the address asks for what the release does not have', {
    timeout: TEST_MS,
  }, async () => {
    const { page } = await visit('/results/few?voice=nobody&group=region:nowhere');
    expect(await page.locator('.notice').innerText()).toContain('does not have');
  });

  test('show what changed since the release before, and that release itself', {
    timeout: TEST_MS,
  }, async () => {
    const { page } = await visit('/results/spring');
    const changed = page.getByRole('table', { name: 'Items with another rank' });
    expect(await changed.locator('tbody tr').count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: /^Release 1: interim/ }).click();
    await page.getByText('This is an earlier release.').waitFor();
    expect(page.url()).toContain('release=000001-');
    expect(await page.locator('.lead').innerText()).toBe('Interim figures, as of January 15, 2027');
    expect(await page.getByLabel('Each organization counts once').count()).toBe(0);
  });

  test('come in Spanish, for those who read it and those who ask for it', {
    timeout: TEST_MS,
  }, async () => {
    const { page } = await visit('/results/spring', { ...DESKTOP, locale: 'es-MX' });
    expect(await page.locator('h1').innerText()).toBe('Llamados a la acción');
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.locator('h1').innerText()).toBe('Calls to Action');
    expect(page.url()).toContain('lang=en');
  });

  test('are downloaded file by file as the API has them', { timeout: TEST_MS }, async () => {
    const { page } = await visit('/results/spring');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'priorities.csv', exact: true }).click(),
    ]);
    const own = await fetch(`${site.url}/v1/polls/spring/reports/latest/priorities.csv`);
    expect(await readFile(await download.path(), 'utf8')).toBe(await own.text());
    expect(download.suggestedFilename()).toBe('spring-priorities.csv');
  });

  test('are downloaded whole, every file and what to read first', {
    timeout: TEST_MS,
  }, async () => {
    const { page } = await visit('/results/spring');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Everything in one zip' }).click(),
    ]);
    const files = unzipSync(await readFile(await download.path()));
    const names = Object.keys(files).map((name) => name.split('/')[1]);
    const shown = await page.locator('.files tbody th').allInnerTexts();
    expect(names).toEqual(['README.txt', ...shown]);
    const [readme] = Object.values(files).map((body) => new TextDecoder().decode(body));
    expect(readme).toContain('Release 2: final figures');
  });
});

describe('the results in a file of more than 4 MB', () => {
  const LARGE_FILE = 'priorities.json';

  test('are shown like others, and are in the zip', { timeout: TEST_MS }, async () => {
    const list = await fetch(`${site.url}/v1/polls/large/reports`);
    const { snapshots } = (await list.json()) as SnapshotList;
    const file = snapshots[0]?.files.find(({ path }) => path === LARGE_FILE);
    expect(file?.bytes).toBeGreaterThan(4_000_000);
    const { page, requests } = await visit('/results/large');
    expect(await page.locator('h1').innerText()).toBe('Calls to Action');
    expect(await page.locator('table.items').count()).toBeGreaterThan(0);
    const names = await namesInZip(page);
    expect(names).toContain(LARGE_FILE);
    expect(requests.filter((url) => !url.replace(/^blob:/, '').startsWith(site.url))).toEqual([]);
  });

  test('are called too large, not broken, where they would be even as gzip', {
    timeout: TEST_MS,
  }, async () => {
    const { page } = await visit('/results/spring', DESKTOP, { tooLarge: LARGE_FILE });
    expect(await page.locator('h1').innerText()).toBe(
      'These results are too large to be shown here',
    );
  });

  test('are named where the zip has to leave them out', { timeout: TEST_MS }, async () => {
    const { page } = await visit('/results/spring', DESKTOP, { tooLarge: 'distribution.csv' });
    const names = await namesInZip(page);
    expect(names).toContain('priorities.csv');
    expect(names).not.toContain('distribution.csv');
    await page
      .getByText('Not in the zip, because too large for this page: distribution.csv')
      .waitFor();
  });
});

describe('the results of a poll for planners', () => {
  test('are shown after signing in at the issuer, and downloaded with the token', {
    timeout: TEST_MS,
  }, async () => {
    const { page, requests } = await visit('/results/autumn?metric=net');
    expect(await page.locator('h1').innerText()).toBe('These results are for planners');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await page.locator('table.items').first().waitFor();
    expect(page.url()).toBe(`${site.url}/results/autumn?metric=net`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'priorities.xlsx', exact: true }).click(),
    ]);
    const own = await fetch(`${site.url}/v1/polls/autumn/reports/latest/priorities.xlsx`, {
      headers: { authorization: 'Bearer planner' },
    });
    expect(await readFile(await download.path())).toEqual(Buffer.from(await own.arrayBuffer()));
    const others = requests.filter((url) => !url.startsWith(site.url) && !url.startsWith('blob:'));
    expect(others.filter((url) => !url.startsWith(site.issuer.url))).toEqual([]);
    expect(requests.filter((url) => url.includes('Bearer') || /[?&]token=/.test(url))).toEqual([]);
  });

  test('stay there over a reload; no token lies in localStorage, no refresh token anywhere', {
    timeout: TEST_MS,
  }, async () => {
    const { page, requests } = await visit('/results/autumn');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator('table.items').first().waitFor();
    await page.reload();
    await page.locator('table.items').first().waitFor();
    expect(await page.evaluate('localStorage.length')).toBe(0);
    const kept = await page.evaluate<string>('JSON.stringify({ ...sessionStorage })');
    expect(kept).toContain('planner');
    expect(kept).not.toContain('never-to-be-kept');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${site.url}/`);
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    expect(requests.filter((url) => url.includes('id_token'))).toEqual([]);
  });

  test('are not shown to others who sign in', { timeout: TEST_MS }, async () => {
    site.issuer.token = 'coordinator:harbor-lights';
    const { page } = await visit('/results/autumn');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Your account may not see these results' }).waitFor();
    site.issuer.token = 'planner';
  });

  test('say that signing in failed when what comes back is nobody asked for', {
    timeout: TEST_MS,
  }, async () => {
    const { page } = await visit('/?code=made-up&state=made-up');
    await page.getByRole('heading', { name: 'Signing in did not work' }).waitFor();
  });
});

test.each([
  ['/results/nothing', 'These results are for planners'],
  ['/results/empty', 'Nothing is released yet'],
  ['/results/spring?release=000009-aaaaaaaaaaaa', 'There is no such release'],
])('%s says "%s"', { timeout: TEST_MS }, async (path, heading) => {
  const { page } = await visit(path);
  expect(await page.locator('h1').innerText()).toBe(heading);
});

const STATES = [
  '/results/spring',
  '/results/spring?voice=organization&list=items&group=region:Region%202&metric=mean',
  '/results/early',
  '/results/few',
  '/results/hidden',
  '/results/long',
  '/results/empty',
  '/results/autumn',
] as const;

describe.each(STATES)('%s', (path) => {
  test.each(['en', 'es'])(
    'in %s: no axe violation, light and dark, and no sideways scroll, phone and desktop',
    { timeout: TEST_MS },
    async (lang) => {
      const address = `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
      const { page } = await visit(address, { ...PHONE, bypassCSP: true });
      await page.evaluate("document.querySelector('.fold')?.setAttribute('open', '')");
      await expectAccessible(page);
    },
  );

  test('at twice the text needs no sideways scroll', { timeout: TEST_MS }, async () => {
    const { page } = await visit(path, { viewport: { width: 640, height: 900 }, bypassCSP: true });
    await page.addStyleTag({ content: ':root{font-size:200%}' });
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  });
});

/** Where the line is that the bullet stands on, and where each line of the link ends. */
type Bullet = { readonly baseline: number; readonly lines: readonly number[] };

const BULLET = `(() => {
  const item = document.querySelector('.releases li');
  item.style.maxWidth = '9rem';
  const mark = document.createElement('span');
  mark.style.display = 'inline-block';
  item.prepend(mark);
  const text = document.createRange();
  text.selectNodeContents(item.querySelector('a').firstChild);
  return {
    baseline: mark.getBoundingClientRect().bottom,
    lines: [...text.getClientRects()].map(({ bottom }) => bottom),
  };
})()`;

describe('on a phone', () => {
  test('the choices are folded, and unfold', { timeout: TEST_MS }, async () => {
    const { page } = await visit('/results/spring', PHONE);
    expect(await page.locator('.choices').isVisible()).toBe(false);
    await page.locator('.fold summary').click();
    await page.getByLabel('The mean level').check();
    expect(await page.locator('.choices').isVisible()).toBe(true);
    expect(new URL(page.url()).search).toBe('?metric=mean');
  });

  test('a release that takes two lines has its bullet at the first', {
    timeout: TEST_MS,
  }, async () => {
    const { page } = await visit('/results/spring', PHONE);
    const { baseline, lines } = await page.evaluate<Bullet>(BULLET);
    expect(lines.length).toBeGreaterThan(1);
    expect(baseline).toBeLessThanOrEqual(lines[0] ?? 0);
  });
});

test('axe does find what is wrong', { timeout: TEST_MS }, async () => {
  const { page } = await visit('/results/spring', { ...DESKTOP, bypassCSP: true });
  await page.addStyleTag({ content: 'p,td{color:#aaa!important}' });
  expect(await axeViolations(page, ['color-contrast'])).not.toEqual([]);
  await page.evaluate("document.querySelector('legend').remove(); document.title = ''");
  expect(await axeViolations(page)).not.toEqual([]);
});

test.each(['Letter', 'A4'] as const)(
  'prints on %s, without what only works on a screen',
  { timeout: TEST_MS },
  async (format) => {
    const { page } = await visit('/results/spring?voice=organization');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.choices').isVisible()).toBe(false);
    expect(await page.getByText('Look at it another way').isVisible()).toBe(false);
    expect(await page.locator('.fold').isVisible()).toBe(false);
    expect(await page.getByText('Shown: each organization counts once').isVisible()).toBe(true);
    const pdf = await page.pdf({ format });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  },
);
