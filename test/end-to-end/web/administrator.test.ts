import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureAccepted } from '../../../local/api/ensure-accepted.ts';
import { putResponse } from '../../../local/api/response-requests.ts';
import { aHolder, aPollId } from '../../api/a-poll.ts';
import type { ApiWorld } from '../../api/api-world.ts';
import { deployedWorld } from '../deployed-world.ts';
import { type DeployedSite, openDeployedSite, STARTING_MS } from './deployed-site.ts';

const WHOLE_POLL_MS = 300_000;
const SHOWN_MS = 120_000;
const PEOPLE_EACH = 12;
const DAY_MS = 86_400_000;
const ORGANIZATIONS = ['harbor-lights', 'hope-house', 'new-roads'];
const CSV = [
  'id,name,name:es,expectedResponses,attribute:region',
  'harbor-lights,Harbor Lights,Luces del Puerto,40,coast',
  'hope-house,Hope House,Casa Esperanza,20,valley',
  'new-roads,New Roads,Nuevos Caminos,20,valley',
];

let world: ApiWorld;
let site: DeployedSite;

beforeAll(async () => {
  world = deployedWorld();
  site = await openDeployedSite();
}, STARTING_MS);

afterAll(() => site?.close());

const told = (page: Page, text: string | RegExp): Promise<void> =>
  page.locator('.told').getByText(text).waitFor();

const goTo = (page: Page, name: string): Promise<void> =>
  page.getByRole('link', { name, exact: true }).click();

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).click();

/** `datetime-local`, some days from now. */
const inDays = (days: number): string =>
  new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 'YYYY-MM-DDThh:mm'.length);

const makeDraft = async (page: Page, poll: string): Promise<void> => {
  await goTo(page, 'New poll');
  await page.getByLabel('Id of the poll').fill('Not an id');
  await press(page, 'Go on to the draft');
  await page
    .getByRole('alert')
    .getByRole('link', { name: /^Use 1 to 32 lower-case/ })
    .click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(poll);
  await press(page, 'Go on to the draft');
  await page.getByLabel('Title of the poll (Spanish)').fill('Llamados de esta prueba');
  await page.getByLabel('Fewest people behind a figure').fill('4');
  await press(page, 'Save');
  await page.getByRole('alert').getByRole('link', { name: 'Enter a whole number from 5' }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('11');
  await press(page, 'Save');
  await told(page, 'Saved.');
  await page.getByText('Choose when it closes: a time that is yet to come.').waitFor();
  await goTo(page, 'Edit the draft');
  await page.getByLabel('The poll closes').fill(inDays(20));
  await press(page, 'Save');
  await told(page, 'Saved.');
};

const importOrganizations = async (page: Page): Promise<void> => {
  await goTo(page, 'Organizations');
  await goTo(page, 'Import a CSV file');
  await page.getByLabel('Or paste it').fill([...CSV, 'No id,Nobody,,,'].join('\n'));
  await press(page, 'Import');
  const fault = page.getByRole('table', { name: 'What has to be corrected' }).locator('tbody tr');
  await fault.first().waitFor();
  expect(await fault.first().innerText()).toMatch(/^5\s+id\s+Use 1 to 32 lower-case/);
  const bytes = Buffer.from(CSV.join('\r\n'));
  await page
    .getByLabel('Choose a CSV file')
    .setInputFiles({ name: 'organizations.csv', mimeType: 'text/csv', buffer: bytes });
  await press(page, 'Import');
  await told(page, '3 organizations read: 3 added, 0 changed, 0 as before.');
};

const confirm = async (page: Page, ask: string, warning: string, yes: string): Promise<void> => {
  await press(page, ask);
  const dialog = page.getByRole('dialog');
  await dialog.getByText(warning).waitFor();
  await dialog.getByRole('button', { name: 'No, go back' }).click();
  await dialog.waitFor({ state: 'detached' });
  await press(page, ask);
  await dialog.getByRole('button', { name: yes }).click();
};

const answerAll = async (poll: string): Promise<void> => {
  for (const organization of ORGANIZATIONS) {
    for (let person = 0; person < PEOPLE_EACH; person += 1) {
      const answers = { 'peer-mentor-training': (person % 5) + 1, 'second-chance-hiring': 5 };
      await ensureAccepted(
        world.call,
        putResponse(aHolder(poll, organization), { revision: 1, answers }),
      );
    }
  }
  await world.tallied(poll, ORGANIZATIONS.length * PEOPLE_EACH);
};

/** Looks again until a page shows something. */
const lookUntil = async (page: Page, text: string | RegExp): Promise<void> => {
  const patientUntil = Date.now() + SHOWN_MS;
  while (!(await page.getByText(text).first().isVisible())) {
    if (Date.now() > patientUntil) throw new Error(`never showed ${text}`);
    await press(page, 'Look again');
    await page.waitForTimeout(2000);
  }
};

describe('the administrator of what was deployed', () => {
  test('runs a poll from its definition to the final count through the pages alone', {
    timeout: WHOLE_POLL_MS,
  }, async () => {
    const poll = aPollId();
    const { page, requests } = await site.signedIn('administrator', '/admin', {
      timezoneId: 'America/Chicago',
    });
    await makeDraft(page, poll);
    await page.getByText('Add organizations: it has 0 and needs at least 3.').waitFor();
    await importOrganizations(page);
    await goTo(page, 'Overview');
    await confirm(page, 'Open the poll…', 'This cannot be undone', 'Yes, open it now');
    await told(page, 'The poll is open.');
    await answerAll(poll);

    await goTo(page, 'Release');
    await press(page, 'Release now');
    await told(page, 'It was asked for.');
    await goTo(page, 'Participation');
    await lookUntil(page, 'Every organization has begun.');
    expect(await page.locator('.facts').innerText()).toMatch(/Responses\s+36/);
    const rows = page.getByRole('table', { name: 'Responses by organization' }).locator('tbody tr');
    expect(await rows.count()).toBe(3);
    expect(await rows.first().innerText()).toContain('other systems 12');

    await goTo(page, 'Overview');
    await confirm(page, 'Close the poll now…', 'This cannot be undone', 'Yes, close it now');
    await told(page, 'The poll is closed.');
    await goTo(page, 'Release');
    await page.getByText('The final count is done.').waitFor({ timeout: SHOWN_MS });
    await page.getByText('final figures').first().waitFor();

    await goTo(page, 'Who did what');
    const trail = page.getByRole('table', { name: 'Who did what' }).locator('tbody tr');
    await trail.first().waitFor();
    const acts = await trail.allInnerTexts();
    expect(acts[0]).toContain('Closed the poll');
    expect(acts.at(-1)).toContain('Made the poll');

    await goTo(page, 'Release');
    await goTo(page, 'See the results');
    await page.locator('.lead').getByText('Final figures').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/results/${poll}`);
    await goTo(page, 'Español');
    await page.getByRole('heading', { name: 'Llamados de esta prueba' }).waitFor();

    const elsewhere = site.elsewhere(requests).filter((url) => !url.startsWith('data:'));
    expect(elsewhere).toEqual([]);
    await page.context().close();
  });

  test('is nobody with another role', async () => {
    const { page } = await site.signedIn('planner', '/admin');
    await page.getByRole('heading', { name: 'These pages are for administrators' }).waitFor();
    await page.context().close();
  });
});
