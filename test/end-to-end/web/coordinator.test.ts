import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureAccepted } from '../../../local/api/ensure-accepted.ts';
import { putResponse } from '../../../local/api/response-requests.ts';
import { aHolder, asAdministrator, openPoll } from '../../api/a-poll.ts';
import type { ApiWorld } from '../../api/api-world.ts';
import { eventually } from '../../api/eventually.ts';
import { createDarkroom } from '../../browser/look.ts';
import { printed, qrIn } from '../../browser/pages/coordinator.ts';
import { deployedWorld } from '../deployed-world.ts';
import { type DeployedSite, openDeployedSite, STARTING_MS } from './deployed-site.ts';

const COUNTING_MS = 30_000;
const PEOPLE = 3;
const TITLE = { en: 'Fruit and bread', es: 'Fruta y pan' };

let world: ApiWorld;
let site: DeployedSite;
let poll: string;
let invited: string;

beforeAll(async () => {
  world = deployedWorld();
  [site, poll, invited] = await Promise.all([
    openDeployedSite(),
    openPoll(world, { title: TITLE, minRespondents: 5 }),
    openPoll(world, { title: TITLE, mode: 'invited' }),
  ]);
  for (let person = 0; person < PEOPLE; person += 1) {
    const answers = { apples: 5 };
    await ensureAccepted(world.call, putResponse(aHolder(poll), { revision: 0, answers }));
  }
  await world.tallied(poll, PEOPLE);
  const administrator = await asAdministrator(world);
  await ensureAccepted(administrator, { method: 'POST', path: `/v1/polls/${poll}/release` });
}, STARTING_MS);

afterAll(() => site?.close());

describe('a coordinator of one organization', () => {
  test('signs in at the hosted page, sees the own polls and how many answered, and no other organization', async () => {
    const { page, requests } = await site.signedIn('coordinator', '/organizations/first');
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

    expect(site.elsewhere(requests)).toEqual([]);
    await page.context().close();
  });

  test('prints a poster whose QR code decodes to the link, which leads to the form', async () => {
    const { page } = await site.signedIn('coordinator', `/organizations/first?poster=${poll}`);
    await page.locator('.poster').waitFor();
    const darkroom = await createDarkroom(await site.browser.newContext());
    const link = qrIn(await darkroom(await printed(page)));
    expect(link).toBe(`${site.url}/p/${poll}/first`);
    expect(await page.locator('.poster .letters').innerText()).toBe(link);
    await page.goto(String(link));
    await page.getByRole('heading', { name: 'Fruit and bread' }).waitFor();
    await page.getByText('The first is asking you.').waitFor();
    await page.context().close();
  });
});
