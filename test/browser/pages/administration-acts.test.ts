import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import shipped from '../../../polls/calls-to-action.json' with { type: 'json' };
import { PollDefinition } from '../../../schemas/poll.ts';
import { expectAccessible, PHONE } from '../look.ts';
import { signInHere, useAdministrator } from './administrator.ts';

const TEST_MS = 60_000;
const { visit, api, site } = useAdministrator();

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).click();
const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { name }).waitFor();
const told = (page: Page, text: string): Promise<void> =>
  page.locator('.told').getByText(text).waitFor();

const FOCUSED = 'document.activeElement.textContent || document.activeElement.id';

/** The focus moves after what is new was drawn. */
const focusIs = (page: Page, what: string, expected: string): Promise<void> =>
  expect.poll(() => page.evaluate<string>(what)).toBe(expected);

const downloaded = async (page: Page, button: string): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, button)]);
  return readFile(await download.path(), 'utf8');
};

/** A measure of the first line of text in every element that a selector finds, in pixels. */
const firstLines = (
  page: Page,
  selector: string,
  measure: 'top' | 'right',
): Promise<readonly number[]> =>
  page.evaluate<readonly number[]>(`[...document.querySelectorAll('${selector}')].map((element) => {
    const range = document.createRange();
    range.selectNodeContents(document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode());
    return Math.round(range.getClientRects()[0].${measure});
  })`);

describe('an administrator', () => {
  test('reaches this site and the issuer, nothing else', { timeout: TEST_MS }, async () => {
    const { page, requests } = await visit('/admin/open', { signedIn: false });
    await signInHere(page);
    for (const name of ['Organizations', 'Participation', 'Release', 'Who did what']) {
      await page.getByRole('link', { name, exact: true }).click();
      await page.waitForLoadState('networkidle');
    }
    const { url, issuer } = site();
    expect(requests.some((one) => one.startsWith(issuer.url))).toBe(true);
    const elsewhere = requests.filter((one) => !one.startsWith(url) && !one.startsWith(issuer.url));
    expect(elsewhere.filter((one) => !one.startsWith('data:'))).toEqual([]);
  });

  test('has the languages of a text side by side, and keeps them over the language switch', {
    timeout: TEST_MS,
  }, async () => {
    const { page } = await visit('/admin/ready/definition');
    const [english, spanish] = await Promise.all(
      ['English', 'Spanish'].map((language) =>
        page.getByLabel(`Title of the poll (${language})`).boundingBox(),
      ),
    );
    expect(english?.y).toBe(spanish?.y);
    expect(english?.x).toBeLessThan(spanish?.x ?? 0);
    await page.getByLabel('Title of the poll (Spanish)').fill('Otro título');
    await page.getByRole('link', { name: 'Español' }).click();
    await heading(page, 'Editar el borrador');
    expect(await page.getByLabel('Título de la encuesta (español)').inputValue()).toBe(
      'Otro título',
    );
  });

  test('changes a draft with the keyboard alone, and what the API then holds is that', {
    timeout: TEST_MS,
  }, async () => {
    const { page } = await visit('/admin/empty/definition');
    await page.getByLabel('Title of the poll (English)').focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Typed by hand');
    await page.getByRole('button', { name: 'Add an item' }).first().focus();
    await page.keyboard.press('Enter');
    await focusIs(page, FOCUSED, 'field-definition-categories-0-items-4-title-en');
    await page.keyboard.type('Something new');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Algo nuevo');
    await page.keyboard.press('Tab');
    await page.keyboard.type('something-new');
    await page.keyboard.press('Enter');
    await told(page, 'Saved.');
    const kept = api().world.polls.get('empty');
    expect(kept?.definition.title?.en).toBe('Typed by hand');
    expect(kept?.definition.categories[0]?.items[4]).toEqual({
      id: 'something-new',
      title: { en: 'Something new', es: 'Algo nuevo' },
    });
  });

  test('is told beside the control and in a summary what the API refuses', {
    timeout: TEST_MS,
  }, async () => {
    const { page } = await visit('/admin/ready/definition');
    await page.getByLabel('Fewest people behind a figure').fill('3');
    await page.getByLabel('Id of the item').first().fill('No Id');
    await press(page, 'Save');
    const summary = page.getByRole('alert');
    await summary.waitFor();
    await focusIs(page, "document.activeElement.getAttribute('role')", 'alert');
    expect(await summary.getByRole('link').count()).toBe(2);
    await summary.getByRole('link', { name: 'Enter a whole number from 5 to 1000' }).click();
    await focusIs(page, FOCUSED, 'field-definition-minRespondents');
    const field = page.getByLabel('Fewest people behind a figure');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const described = (await field.getAttribute('aria-describedby')) ?? '';
    expect(described.split(' ')).toContain('field-definition-minRespondents-error');
    expect(await page.locator('#field-definition-minRespondents-error').innerText()).toBe(
      'Enter a whole number from 5 to 1000',
    );
  });

  test('makes a poll from a file, under an id that is free', { timeout: TEST_MS }, async () => {
    const { page } = await visit('/admin?new');
    await page.getByLabel('Id of the poll').fill('open');
    await page.getByLabel('A definition of your own').check();
    await page.getByLabel('Or paste the definition').fill('{}');
    await press(page, 'Go on to the draft');
    const summary = page.getByRole('alert');
    await summary.getByText('There is already a poll with this id').waitFor();
    await summary.getByText('This is not a definition').waitFor();
    await page.getByLabel('Id of the poll').fill('new');
    const definition = { levels: 3, categories: [{ id: 'fruit', items: ['apples'] }] };
    await page.getByLabel('Choose a JSON file').setInputFiles({
      ...{ name: 'poll.json', mimeType: 'application/json' },
      buffer: Buffer.from(JSON.stringify(definition)),
    });
    await press(page, 'Go on to the draft');
    await heading(page, 'Edit the draft');
    await press(page, 'Save');
    await told(page, 'Saved.');
    expect(new URL(page.url()).pathname).toBe('/admin/new');
    expect(api().world.polls.get('new')?.definition).toEqual(PollDefinition.parse(definition));
    const json = JSON.parse(await downloaded(page, 'Download as JSON'));
    expect(PollDefinition.parse(json)).toEqual(PollDefinition.parse(definition));
  });

  test('is asked before a poll opens; Escape and "no" do nothing and give the focus back', {
    timeout: TEST_MS,
  }, async () => {
    const { page } = await visit('/admin/ready');
    await page.getByRole('button', { name: 'Open the poll…' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Open the poll now?' });
    await dialog.getByText('This cannot be undone').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await focusIs(page, FOCUSED, 'Open the poll…');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'No, go back' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(api().world.polls.get('ready')?.opened).toBe(false);
  });

  test('does not lose what is not saved without being asked', { timeout: TEST_MS }, async () => {
    const { page } = await visit('/admin/open/organizations/hope-house');
    await page.getByLabel('Expected responses').fill('70');
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('dialog').getByText('It will be lost.').waitFor();
    await press(page, 'Stay here');
    expect(await page.getByLabel('Expected responses').inputValue()).toBe('70');
    await page.getByRole('link', { name: 'Overview' }).click();
    await press(page, 'Leave without saving');
    await heading(page, 'Calls to Action Poll');
  });

  test('adds and changes an organization', { timeout: TEST_MS }, async () => {
    const { page } = await visit('/admin/open/organizations?new');
    await page.getByLabel('Id of the organization').fill('hope-house');
    await press(page, 'Save');
    await page.getByRole('alert').getByText('There is already an organization').waitFor();
    await page.getByLabel('Id of the organization').fill('new');
    await press(page, 'Save');
    await page.getByRole('alert').getByText('Enter a name in at least one language').waitFor();
    await page.getByLabel('Name, as people know it (Spanish)').fill('Nueva');
    await press(page, 'Add an attribute');
    await page.getByLabel('Attribute 1').fill('region');
    await press(page, 'Save');
    await page.getByRole('alert').getByText('Enter the id of an attribute and a value').waitFor();
    await page.getByLabel('Value 1').fill('coast');
    await press(page, 'Save');
    await told(page, 'Saved.');
    expect(api().world.organizations.get('open#new')).toMatchObject({
      ...{ name: { es: 'Nueva' }, attributes: { region: 'coast' } },
    });
    expect(new URL(page.url()).pathname).toBe('/admin/open/organizations');
    await page.getByRole('link', { name: 'Nueva' }).click();
    expect(new URL(page.url()).pathname).toBe('/admin/open/organizations/new');
  });

  test('is told when ids make a link too long to be typed', { timeout: TEST_MS }, async () => {
    const organization = await visit('/admin/ready/organizations?new');
    const id = organization.page.getByLabel('Id of the organization');
    const warning = organization.page.getByText('would have 41 characters after the domain');
    await id.fill('b'.repeat(32));
    await warning.waitFor();
    await id.fill('b'.repeat(31));
    await warning.waitFor({ state: 'detached' });
    const { page } = await visit('/admin?new');
    await page.getByLabel('Id of the poll').fill('a'.repeat(32));
    await page.getByText('leave 4 characters for the id of an organization').waitFor();
  });

  test('imports a CSV file, and is told its faults by line before anything is saved', {
    timeout: TEST_MS,
  }, async () => {
    const { page } = await visit('/admin/empty/organizations?import');
    const choose = (text: string | Buffer): Promise<void> =>
      page.getByLabel('Choose a CSV file').setInputFiles({
        ...{ name: 'organizations.csv', mimeType: 'text/csv', buffer: Buffer.from(text) },
      });
    await press(page, 'Import');
    await page.getByRole('alert').getByText('Choose a file or paste').waitFor();
    await choose(Buffer.from([0x69, 0xd1]));
    await page.getByRole('alert').getByText('This file is not in UTF-8').waitFor();
    await choose('id;name\na;A');
    await press(page, 'Import');
    await page.getByRole('alert').getByText('parted by semicolons').waitFor();
    await choose('id,name,peopleServed\nfine,Fine,1\nNot Fine,Other,none\n');
    await press(page, 'Import');
    const rows = page.getByRole('table', { name: 'What has to be corrected' }).locator('tbody tr');
    await rows.first().waitFor();
    expect(
      (await rows.allInnerTexts()).map((row) => row.split(/\s+/).filter(Boolean).slice(0, 2)),
    ).toEqual([
      ['3', 'id'],
      ['3', 'peopleServed'],
    ]);
    expect([...api().world.organizations.keys()]).not.toContain('empty#fine');
    const sample = await downloaded(page, 'Download a sample');
    await choose(sample);
    await press(page, 'Import');
    await told(page, '3 organizations read: 3 added, 0 changed, 0 as before.');
    expect([...api().world.organizations.keys()]).toContain('empty#new-roads');
  });

  test('is told why lines cannot be imported that are well-formed', {
    timeout: TEST_MS,
  }, async () => {
    const { page } = await visit('/admin/closed/organizations?import');
    await page.getByLabel('Or paste it').fill('id,name\nharbor-lights,Harbor Lights\nlate,Late');
    await press(page, 'Import');
    await heading(page, 'The poll is closed');
    const rows = page.getByRole('table', { name: 'What has to be corrected' }).locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1);
  });

  test('orders and narrows the participation', { timeout: TEST_MS }, async () => {
    const { page } = await visit('/admin/open/participation');
    const table = page.getByRole('table', { name: 'Responses by organization' });
    const names = () => table.locator('tbody th').allInnerTexts();
    expect(await names()).toEqual(['Open Door', 'Harbor Lights', 'Hope House', 'New Roads']);
    await table.getByRole('button', { name: 'Organization' }).click();
    expect(await names()).toEqual(['Harbor Lights', 'Hope House', 'New Roads', 'Open Door']);
    expect(await table.locator('[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
    await page.getByLabel('Find by name or id').fill('HOPE');
    expect(await names()).toEqual(['Hope House']);
    expect(await table.locator('tbody').innerText()).toContain('not shown');
    await page.getByText('1 of 4 organizations').waitFor();
  });

  test('reads numbers below one another, under headings on one line', {
    timeout: TEST_MS,
  }, async () => {
    const { page } = await visit('/admin/open/participation');
    const ends = await firstLines(page, '.data tbody td:nth-child(2)', 'right');
    expect(ends.length).toBeGreaterThan(1);
    expect(new Set(ends).size).toBe(1);
    const tops = await firstLines(page, '.data thead th', 'top');
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThanOrEqual(1);
  });

  test('sets a flood aside for a reason, and the trail says so, page by page', {
    timeout: TEST_MS,
  }, async () => {
    const { page } = await visit('/admin/open/organizations/harbor-lights/exclusions');
    await press(page, 'Add to the list');
    await page.getByRole('alert').getByText('Enter a day').waitFor();
    await page.getByLabel('Day (UTC)').fill('2027-01-12');
    await press(page, 'Add to the list');
    await page.getByText('The list is changed, but not in force yet.').waitFor();
    await press(page, 'Put the list in force…');
    await page.getByRole('alert').getByText('Say why').waitFor();
    await page.getByLabel('Reason').fill('A script on that day');
    await press(page, 'Put the list in force…');
    await press(page, 'Yes, put it in force');
    await told(page, 'The list is in force.');
    expect(api().world.exclusions.get('open#harbor-lights')?.exclusions).toEqual([
      { channel: 'web', day: '2027-01-12' },
    ]);
    api().world.sealing = true;
    await press(page, 'Count again: January 12, 2027, web form');
    await page.getByLabel('Reason').fill('It was no script');
    await press(page, 'Put the list in force…');
    await press(page, 'Yes, put it in force');
    await heading(page, 'The final count has begun');
    api().world.sealing = false;
    const [entry] = api().world.audit.slice(-1);
    if (!entry) throw new Error('no entry');
    const many = Array.from({ length: 60 }, (_, index) => ({
      ...{ ...entry, act: 'release.requested' as const },
      id: `10000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    }));
    api().world.audit.unshift(...(many as never[]));
    await page.getByRole('link', { name: 'Who did what' }).click();
    await press(page, 'Leave without saving');
    const rows = page.getByRole('table', { name: 'Who did what' }).locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(50);
    await press(page, 'Show older ones');
    await page.getByText('A script on that day').waitFor();
    expect(await rows.count()).toBeGreaterThan(60);
  });

  test('sees why nothing was released, what was withheld, and the final count', {
    timeout: TEST_MS,
  }, async () => {
    const { page } = await visit('/admin/open/release');
    await page.getByText('Too few organizations have answers.').waitFor();
    await press(page, 'Release now');
    await told(page, 'It was asked for.');
    expect(api().world.rollUps).toContain('open');
    const closed = await visit('/admin/closed/release');
    await closed.page.getByText('The final count is done.').waitFor();
    await closed.page.getByText('By region: Withheld').waitFor();
    await closed.page.getByRole('link', { name: 'See the results' }).click();
    await closed.page.locator('.lead').getByText('Final figures').waitFor();
  });
});

describe('when something is wrong', () => {
  test('whoever is no administrator is told so', { timeout: TEST_MS }, async () => {
    site().issuer.token = 'planner';
    for (const path of ['/admin', '/admin/open/organizations', '/admin/open/participation']) {
      const { page } = await visit(path);
      await heading(page, 'These pages are for administrators');
    }
  });

  test.each([
    ['away', 'Something went wrong'],
    ['tooMany', 'Too many requests at once'],
    ['signedOut', 'Please sign in again'],
  ] as const)('%s: "%s", and then it goes on', { timeout: TEST_MS }, async (trouble, title) => {
    const { page } = await visit('/admin/open');
    api().state.trouble = trouble;
    await page.getByRole('link', { name: 'Organizations', exact: true }).click();
    await heading(page, title);
    api().state.trouble = null;
    if (trouble === 'signedOut') await signInHere(page);
    else await press(page, 'Try again');
    await heading(page, 'Organizations');
  });

  test('no network: says so, and keeps what was typed', { timeout: TEST_MS }, async () => {
    const { page } = await visit('/admin/ready/definition');
    await page.getByLabel('Title of the poll (English)').fill('Typed');
    await page.context().setOffline(true);
    await press(page, 'Save');
    await heading(page, 'The service cannot be reached');
    expect(await page.getByLabel('Title of the poll (English)').inputValue()).toBe('Typed');
  });

  test.each(['/admin/ready/definition', '/admin?new'])(
    'signed out while typing at %s: what was typed is there again after signing in',
    { timeout: TEST_MS },
    async (path) => {
      const { page } = await visit(path);
      if (path.endsWith('new')) {
        await page.getByLabel('Id of the poll').fill('kept');
        await press(page, 'Go on to the draft');
      }
      await page.getByLabel('Title of the poll (English)').fill('Kept while away');
      api().state.trouble = 'signedOut';
      await press(page, 'Save');
      await page.getByText('What you typed here is kept').waitFor();
      api().state.trouble = null;
      await signInHere(page);
      const title = page.getByLabel('Title of the poll (English)');
      expect(await title.inputValue()).toBe('Kept while away');
      expect(await page.evaluate("sessionStorage.getItem('groundswell.draft')")).toBeNull();
    },
  );

  test('a poll that changed meanwhile is told in words', { timeout: TEST_MS }, async () => {
    const { page } = await visit('/admin/open/organizations/harbor-lights');
    api().world.released = 1;
    await page.getByLabel('People served').fill('12');
    await press(page, 'Save');
    await heading(page, 'An organization is part of a release');
    api().world.released = 0;
  });
});

/** What only comes after something was done: how to get there, in the words of a language. */
const REACHED = [
  [
    'faults of a new poll',
    '/admin?new',
    async (page: Page) => {
      await page.locator('input[value=own]').check();
      await page.locator('button[type=submit]').click();
      await page.getByRole('alert').waitFor();
    },
  ],
  [
    'faults of a draft',
    '/admin/ready/definition',
    async (page: Page) => {
      await page.locator('#field-definition-minRespondents').fill('1');
      await page.locator('#field-definition-categories-0-items-0-id').fill('');
      await page.locator('button[type=submit]').click();
      await page.getByRole('alert').waitFor();
    },
  ],
  [
    'faults of a CSV file',
    '/admin/open/organizations?import',
    async (page: Page) => {
      await page.locator('summary').click();
      await page.locator('#csv').fill('id,name\nA B,\n');
      await page.locator('button[type=submit]').click();
      await page.getByRole('alert').waitFor();
    },
  ],
  [
    'the question before a poll opens',
    '/admin/ready',
    async (page: Page) => {
      await page.locator('button.strong').click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'what is to be set aside',
    '/admin/open/organizations/hope-house/exclusions',
    async (page: Page) => {
      await page.locator('#day').fill('2027-01-12');
      await page.locator('.with-button button').click();
      await page.locator('button.strong').click();
      await page.getByRole('alert').waitFor();
    },
  ],
] as const;

describe.each(REACHED)('%s', (_name, path, reach) => {
  test.each(['en', 'es'])(
    'in %s: no axe violation, light and dark, no sideways scroll, phone and desktop',
    { timeout: TEST_MS },
    async (lang) => {
      const address = `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
      const { page } = await visit(address, { ...PHONE, bypassCSP: true });
      await reach(page);
      await expectAccessible(page);
    },
  );
});

test('the shipped definition is what a new poll starts from', { timeout: TEST_MS }, async () => {
  const { page } = await visit('/admin?new');
  await page.getByLabel('Id of the poll').fill('from-shipped');
  await press(page, 'Go on to the draft');
  await press(page, 'Save');
  await told(page, 'Saved.');
  const kept = api().world.polls.get('from-shipped')?.definition;
  expect(kept).toEqual(PollDefinition.parse(shipped));
});
