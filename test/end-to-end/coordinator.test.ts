import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ensureAccepted } from '../../local/api/ensure-accepted.ts';
import { putResponse } from '../../local/api/response-requests.ts';
import { userOf } from '../../local/people/users.ts';
import { placesIn } from '../../local/places.ts';
import { buildPages } from '../../local/site/build-pages.ts';
import { readBuiltPages } from '../../local/site/built-pages.ts';
import { type Site, serveSite } from '../../local/site/serve-site.ts';
import { siteConfig } from '../../local/site/site-config.ts';
import { aHolder, asAdministrator, openPoll } from '../api/a-poll.ts';
import type { ApiWorld } from '../api/api-world.ts';
import { eventually } from '../api/eventually.ts';
import { createDarkroom } from '../browser/form/look.ts';
import { launchChromium } from '../browser/launch-chromium.ts';
import { printed, qrIn } from '../browser/pages/coordinator.ts';
import { deployedWorld } from './deployed-world.ts';

const STARTING_MS = 120_000;
const COUNTING_MS = 30_000;
const PEOPLE = 3;
const TITLE = { en: 'Fruit and bread', es: 'Fruta y pan' };

let world: ApiWorld;
let browser: Browser;
let site: Site;
let directory: string;
let poll: string;
let invited: string;

beforeAll(async () => {
  const deployment = inject('deployment');
  world = deployedWorld();
  directory = await mkdtemp(join(tmpdir(), 'groundswell-pages-'));
  const signal = AbortSignal.timeout(STARTING_MS);
  const built = await buildPages({ signal }, placesIn(directory));
  [browser, poll, invited, site] = await Promise.all([
    launchChromium(),
    openPoll(world, { title: TITLE, minRespondents: 5 }),
    openPoll(world, { title: TITLE, mode: 'invited' }),
    serveSite({
      ...{ port: Number(new URL(deployment.siteUrl).port), apiUrl: deployment.apiUrl, page: '' },
      pages: await readBuiltPages(built, siteConfig(deployment)),
    }),
  ]);
  for (let person = 0; person < PEOPLE; person += 1) {
    const answers = { apples: 5 };
    await ensureAccepted(world.call, putResponse(aHolder(poll), { revision: 0, answers }));
  }
  await world.tallied(poll, PEOPLE);
  const administrator = await asAdministrator(world);
  await ensureAccepted(administrator, { method: 'POST', path: `/v1/polls/${poll}/release` });
}, STARTING_MS);

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await rm(directory, { recursive: true, force: true });
});

/** Signs in as the coordinator of `first`, at the login page that the issuer hosts. */
const signIn = async (page: Page): Promise<void> => {
  const { email, password } = userOf(inject('deployment').users, 'coordinator');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('input[name=username]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
};

describe('a coordinator of one organization', () => {
  test('signs in at the hosted page, sees the own polls and how many answered, and no other organization', async () => {
    const context = await browser.newContext({ locale: 'en-US' });
    const page = await context.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`${site.url}/organizations/first`);
    await signIn(page);
    await page.getByRole('heading', { level: 1, name: 'The first' }).waitFor();
    expect(page.url()).toBe(`${site.url}/organizations/first`);
    const own = page.locator(`#poll-${poll}`);
    await eventually('counting', COUNTING_MS, async () => {
      await page.reload();
      await own.getByText(/have answered\.|Nothing has been counted/).waitFor();
      return (await own.getByText(`${PEOPLE} people have answered.`).count()) > 0 || undefined;
    });
    await own.getByText('from 5 people on, so that nobody can be found').waitFor();
    expect(await own.getByRole('heading', { name: 'Answers on paper' }).count()).toBe(0);

    const asksForCode = page.locator(`#poll-${invited}`);
    await asksForCode.getByText('This service cannot make invitation codes.').waitFor();

    await page.goto(`${site.url}/organizations/second`);
    await page.getByRole('heading', { name: 'This is not your organization' }).waitFor();
    expect(await page.content()).not.toContain('The second');
    await page.getByRole('link', { name: 'Organization first' }).click();
    await page.getByRole('heading', { level: 1, name: 'The first' }).waitFor();

    const { emulatorUrl } = inject('deployment');
    const others = requests.filter((url) =>
      [site.url, emulatorUrl].every((origin) => !url.startsWith(`${origin}/`)),
    );
    expect(others).toEqual([]);
    await context.close();
  });

  test('prints a poster whose QR code decodes to the link, which leads to the form', async () => {
    const context = await browser.newContext({ locale: 'en-US' });
    const page = await context.newPage();
    await page.goto(`${site.url}/organizations/first?poster=${poll}`);
    await signIn(page);
    await page.locator('.poster').waitFor();
    const darkroom = await createDarkroom(await browser.newContext());
    const link = qrIn(await darkroom(await printed(page)));
    expect(link).toBe(`${site.url}/p/${poll}/first`);
    expect(await page.locator('.poster .letters').innerText()).toBe(link);
    await page.goto(String(link));
    await page.getByRole('heading', { name: 'Fruit and bread' }).waitFor();
    await page.getByText('The first is asking you.').waitFor();
    await context.close();
  });
});
