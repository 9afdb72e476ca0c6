import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../launch-chromium.ts';
import {
  axeViolations,
  createDarkroom,
  DESKTOP,
  PHONE,
  sidewaysScroll,
  smallTargets,
} from '../look.ts';
import { aCode, aToken } from './coordinated-polls.ts';
import { printed, qrIn, serveCoordinators, sheetsOf, visitAs } from './coordinator.ts';

const STARTING_MS = 120_000;
const PATIENCE = { timeout: 60_000 };
const OWN = ['coordinator:harbor-lights'];

let browser: Browser;
let site: Awaited<ReturnType<typeof serveCoordinators>>;
const opened: Page[] = [];

beforeAll(async () => {
  [browser, site] = await Promise.all([launchChromium(), serveCoordinators()]);
  site.issuer.token = aToken(...OWN);
}, STARTING_MS);
afterEach(async () => {
  await Promise.all(opened.splice(0).map((page) => page.context().close()));
  site.doing.progress = [];
  site.doing.codesDamaged = false;
  site.uploads.taking.status = 200;
  site.uploads.uploaded.splice(0);
  delete site.doing.codesRefused;
  delete site.doing.importRefused;
  delete site.doing.participationRefused;
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const visit = async (path: string, options: BrowserContextOptions = DESKTOP) => {
  const visited = await visitAs(browser, `${site.url}${path}`, aToken(...OWN), options);
  opened.push(visited.page);
  return visited;
};
/** Signs in at the issuer to come there. */
const signInTo = async (path: string) => {
  const visited = await visitAs(browser, `${site.url}${path}`, null);
  opened.push(visited.page);
  return visited;
};
const ofOrganization = (organization: string, options?: BrowserContextOptions) =>
  visit(`/organizations/${organization}`, options);

/** The page of an organization over a service that offers something else, or does not tell. */
const ofService = async (organization: string, offered: object | null) => {
  const visited = await visit('/?state=none');
  let asked = 0;
  await visited.page.route('**/config.json', async (route) => {
    asked += 1;
    // The first is for signing in, without which there is no such page.
    if (offered === null && asked > 1) return route.abort();
    const { signIn } = await (await route.fetch()).json();
    return route.fulfill({ json: { signIn, ...offered } });
  });
  await visited.page.goto(`${site.url}/organizations/${organization}`);
  return visited;
};

/** Decodes what a picture of a page shows. */
const decode = async (picture: Buffer): Promise<string | undefined> => {
  const context = await browser.newContext();
  const darkroom = await createDarkroom(context);
  const found = qrIn(await darkroom(picture));
  await context.close();
  return found;
};

const linkOf = (poll: string, organization = 'harbor-lights'): string =>
  `${site.url}/p/${poll}/${organization}`;
const section = (page: Page, index = 0) => page.locator('section.poll').nth(index);

describe('the page of an organization', PATIENCE, () => {
  test('shows its polls, what is open first, and reaches the site and the issuer alone', async () => {
    const { page, requests, complaints } = await signInTo('/organizations/harbor-lights');
    expect(await page.locator('h1').innerText()).toBe('Harbor Lights Recovery Community');
    expect(await page.title()).toBe('Harbor Lights Recovery Community · Groundswell');
    const alike = await page.locator('section.poll > h2').allInnerTexts();
    expect(alike).toEqual(
      ['calls-to-action', 'next-year', 'last-year'].map((id) => `Calls to Action (${id})`),
    );
    const states = await page.locator('section.poll > h2 + p').allInnerTexts();
    expect(states).toEqual([
      'Open until February 28, 2027 at 11:00 PM MST.',
      'Not open yet: the network is preparing it, and nobody can answer. It is to close on February 28, 2027 at 11:00 PM MST.',
      'Closed since February 28, 2026 at 11:00 PM MST: nobody can answer any more.',
    ]);
    const others = requests.filter(
      (url) => ![site.url, site.issuer.url].some((own) => url.startsWith(`${own}/`)),
    );
    expect(others).toEqual([]);
    expect(requests.filter((url) => url.includes(site.issuer.token))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('copies the link and says so, by keyboard alone', async () => {
    const { page } = await ofOrganization('harbor-lights', {
      ...DESKTOP,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const copy = section(page).getByRole('button', { name: 'Copy the link' });
    await page.locator('body').press('Tab');
    for (let tabs = 0; tabs < 20 && !(await copy.evaluate((it) => it.matches(':focus'))); tabs += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await section(page).getByRole('status').getByText('The link is copied.').waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toBe(linkOf('calls-to-action'));
  });

  test('says what to do where the browser does not let it copy', async () => {
    const { page } = await ofOrganization('harbor-lights');
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))");
    await section(page).getByRole('button', { name: 'Copy the link' }).click();
    await page.getByText('Select the link and copy it yourself.').waitFor();
  });

  test('gives the QR code as an SVG that decodes to the link', async () => {
    const { page } = await ofOrganization('harbor-lights');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      section(page).getByRole('button', { name: 'Download the QR code (SVG)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('calls-to-action-harbor-lights-qr.svg');
    const svg = await readFile(await download.path());
    const viewer = await browser.newPage();
    await viewer.goto(`data:image/svg+xml;base64,${svg.toString('base64')}`);
    const picture = await viewer.screenshot();
    await viewer.close();
    expect(await decode(picture)).toBe(linkOf('calls-to-action'));
  });

  test('has no link for a poll that is closed', async () => {
    const { page } = await ofOrganization('harbor-lights');
    expect(await section(page, 2).getByRole('link').count()).toBe(0);
    expect(await section(page, 2).getByRole('button').count()).toBe(0);
  });

  test('asks for what the service can do only where a poll may need it', async () => {
    const before = site.asked.length;
    const { page } = await ofOrganization('east-bank');
    await page.getByText('Closed since').waitFor();
    await page.waitForLoadState('networkidle');
    expect(site.asked.slice(before).map(({ path }) => path)).toEqual([
      '/v1/organizations/east-bank/polls',
      '/v1/polls/over/participation',
    ]);
    expect(await page.getByRole('heading', { name: 'Invitations' }).count()).toBe(0);
  });

  test('comes in Spanish, and stays in it', async () => {
    const { page } = await ofOrganization('harbor-lights', { ...DESKTOP, locale: 'es-US' });
    await page.getByRole('heading', { name: 'El enlace al formulario' }).first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    await section(page).getByRole('link', { name: 'Cartel para imprimir' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cartel' }).waitFor();
  });
});

describe('how many have answered', PATIENCE, () => {
  const shown = async (organization: string, index = 0): Promise<string> => {
    const { page } = await ofOrganization(organization);
    return section(page, index).locator('h3:has-text("How many") + [role=status]').innerText();
  };

  test('is said with when it was counted, and that it is not live', async () => {
    const text = await shown('harbor-lights');
    expect(text).toContain('44 people have answered.');
    expect(text).toContain('About 60 are expected.');
    expect(text).toContain('40 came by the web form and 4 came on paper.');
    expect(text).toContain('The first on January 20, 2027, the latest on February 3, 2027.');
    expect(text).toContain('As of February 3, 2027 at 7:00 AM MST. The number is not live');
    expect(text).toContain('never what');
  });

  test('is said without how and when for few people, and why', async () => {
    const text = await shown('cedar-creek');
    expect(text).toContain('3 people have answered.');
    expect(text).toContain('from 11 people on, so that nobody can be found');
    expect(text).not.toContain('came');
    expect(text).not.toContain('The first');
  });

  test('is said with that the network sets some aside, and that it is final', async () => {
    const text = await shown('harbor-lights', 2);
    expect(text).toContain('57 people have answered.');
    expect(text).toContain('The network leaves answers of certain days and ways out of the count');
    expect(text).not.toContain('The first');
    expect(text).toContain('This is the final count.');
    expect(text).not.toContain('not live');
  });

  test.each([
    ['a draft', 'harbor-lights', 1, 'Nobody can answer yet, so there is no number.'],
    ['a poll before its first count', 'new-morning', 0, 'Nothing has been counted yet.'],
    ['a poll whose final count is to come', 'new-morning', 1, 'stands still until the final count'],
    ['a poll whose counts are deleted', 'new-morning', 2, 'There is no number now.'],
  ])('is said in words of %s', async (_, organization, index, words) => {
    expect(await shown(organization, index)).toContain(words);
  });

  test.each([
    [401, 'Your sign-in has run out', 'Sign in again'],
    [429, 'Too many requests at once', 'Try again'],
    [503, 'The service does not answer', 'Try again'],
  ])('may be refused (%i) while the link is still there', async (status, words, button) => {
    site.doing.participationRefused = { organization: 'cedar-creek', status };
    const { page } = await ofOrganization('cedar-creek');
    await page.getByText(words).waitFor();
    expect(await page.locator('.form-link').innerText()).toBe(linkOf('invited', 'cedar-creek'));
    delete site.doing.participationRefused;
    await page.getByRole('button', { name: button }).click();
    await page.getByText('3 people have answered.').waitFor();
  });
});

/** What a sheet leaves between its margins, at 96 pixels an inch. */
const BETWEEN_MARGINS = {
  Letter: { width: 702, height: 942 },
  A4: { width: 680, height: 1009 },
};

/** What a page shows on paper beside what is meant to be printed: its text and its pictures. */
const besideOnPaper = async (page: Page, meant: string): Promise<readonly string[]> => {
  await page.emulateMedia({ media: 'print' });
  const beside = await page.evaluate<readonly string[]>(`[
    ...[...document.body.querySelectorAll('*')]
      .filter((one) => one.checkVisibility() && !one.closest('${meant}'))
      .flatMap((one) => [...one.childNodes].filter(({ nodeType }) => nodeType === 3))
      .map(({ data }) => data.trim()),
    ...[...document.querySelectorAll('svg, img, hr, input, button')]
      .filter((one) => one.checkVisibility() && !one.closest('${meant}'))
      .map(({ tagName }) => tagName),
  ].filter(Boolean)`);
  return beside;
};

/** An address that needs a second line in print. */
const LONG_ADDRESS =
  'd1234567890abc.<wbr>cloudfront.net/<wbr>p/<wbr>calls-to-action-2027/<wbr>harbor-lights-rec';
const withLongAddress = (page: Page): Promise<void> =>
  page.evaluate(
    `document.querySelectorAll('.letters').forEach((one) => { one.innerHTML = '${LONG_ADDRESS}'; })`,
  );

/** The texts in a place that stick out of their boxes. */
const stickingOut = (page: Page, place: string): Promise<readonly string[]> =>
  page.evaluate(
    `[...document.querySelectorAll('${place} :is(div, h2, p, ul, li)')]
      .filter((one) => one.scrollWidth > one.clientWidth)
      .map(({ textContent }) => textContent)`,
  );

describe('the poster', PATIENCE, () => {
  const POSTER = '/organizations/harbor-lights?poster=calls-to-action';

  test('has an address, and leads back', async () => {
    const { page } = await ofOrganization('harbor-lights');
    await section(page).getByRole('link', { name: 'Poster to print' }).click();
    await page.locator('.poster').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Poster');
    expect(page.url()).toBe(`${site.url}${POSTER}`);
    await page.getByRole('link', { name: 'Back to the organization' }).click();
    await section(page).waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('H1');
    expect(page.url()).toBe(`${site.url}/organizations/harbor-lights`);
  });

  test('is printed with a QR code that decodes to the link, which stands there in letters', async () => {
    const { page } = await visit(POSTER);
    expect(await decode(await printed(page))).toBe(linkOf('calls-to-action'));
    expect(await page.locator('.poster .letters').innerText()).toBe(linkOf('calls-to-action'));
  });

  test.each(['Letter', 'A4'] as const)(
    'fits one sheet of %s, also with long names and an address of two lines',
    async (format) => {
      for (const address of [POSTER, '/organizations/wordy?poster=wordy']) {
        const { page } = await visit(address);
        expect(await sheetsOf(page, format)).toBe(1);
        await withLongAddress(page);
        expect(await sheetsOf(page, format)).toBe(1);
        await page.emulateMedia({ media: 'print' });
        await page.setViewportSize(BETWEEN_MARGINS[format]);
        expect(await stickingOut(page, '.poster')).toEqual([]);
        await page.evaluate("document.querySelector('.poster h2').textContent = 'X'.repeat(60)");
        expect(await stickingOut(page, '.poster')).toEqual([]);
      }
    },
  );

  test('prints nothing but itself, dark on white, in the dark, too', async () => {
    const { page } = await visit(POSTER, { ...DESKTOP, colorScheme: 'dark' });
    expect(await besideOnPaper(page, '.poster')).toEqual([]);
    const colours =
      "(({color,backgroundColor})=>[color,backgroundColor])(getComputedStyle(document.querySelector('.poster')))";
    expect(await page.evaluate(colours)).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });

  test('says the same in both languages, whichever the page is in', async () => {
    const { page } = await visit(`${POSTER}&lang=es`);
    for (const [lang, points] of [
      [
        'en',
        [
          'Taking part is your choice',
          'no account and no name',
          'only of 11 people or more',
          'Open until February 28, 2027',
        ],
      ],
      [
        'es',
        [
          'Participar es decisión suya',
          'No necesita cuenta',
          'solo de 11 personas o más',
          'Abierta hasta el 28 de febrero de 2027',
        ],
      ],
    ] as const) {
      const text = (await page.locator(`.poster [lang=${lang}]`).allInnerTexts()).join(' ');
      for (const point of points) expect(text).toContain(point);
      expect(text).not.toContain('invit');
    }
  });

  test('of an invited poll says that a code is needed', async () => {
    const { page } = await visit('/organizations/cedar-creek?poster=invited');
    await page.getByText('You need the invitation code from your slip.').waitFor();
    await page.getByText('Necesita el código de invitación de su tarjeta.').waitFor();
  });

  test.each([
    ['english-only', 'english', 0],
    ['untitled-here', 'half', 1],
  ])(
    'and slips come in the languages of the form, whatever the poll’s title is in: %s',
    async (organization, poll, inSpanish) => {
      const { page } = await visit(`/organizations/${organization}?poster=${poll}`);
      await page.locator('.poster h2').first().waitFor();
      expect(await page.locator('[lang=en] > h2').count()).toBe(1);
      expect(await page.locator('[lang=es] > h2').count()).toBe(inSpanish);
      await page.getByRole('link', { name: 'Back to the organization' }).click();
      await page.getByLabel('How many codes').fill('1');
      await page.getByLabel('How many codes').press('Enter');
      await page.locator('.slip').waitFor();
      expect(await page.locator('.slip .how[lang=en]').count()).toBe(1);
      expect(await page.locator('.slip .how[lang=es]').count()).toBe(inSpanish);
    },
  );

  test.each(['last-year', 'of-nobody'])('is not there for the poll %s', async (poll) => {
    const { page } = await visit(`/organizations/harbor-lights?poster=${poll}`);
    await page.getByRole('heading', { name: 'There is nothing to print here' }).waitFor();
    await page.getByRole('button', { name: 'Back to the organization' }).click();
    await section(page).waitFor();
  });
});

describe('invitations', PATIENCE, () => {
  const make = async (count: string) => {
    const { page } = await ofOrganization('cedar-creek');
    await page.getByLabel('How many codes').fill(count);
    await page.getByLabel('How many codes').press('Enter');
    return page;
  };

  test('are made for polls that ask for a code alone', async () => {
    const { page } = await ofOrganization('harbor-lights');
    await page.getByRole('heading', { name: 'Answers on paper' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Invitations' }).count()).toBe(0);
  });

  test('become slips, each with a code of its own, the link, and a QR code that decodes to it', async () => {
    const page = await make('11');
    await page.getByRole('heading', { name: '11 slips to print' }).waitFor();
    const codes = await page.locator('.slip .code').allInnerTexts();
    expect(codes.map((code) => code.replace('-', ''))).toEqual(
      Array.from({ length: 11 }, (_, index) => aCode(index + 1)),
    );
    expect(await page.locator('.slip .letters').first().innerText()).toBe(
      linkOf('invited', 'cedar-creek'),
    );
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 1280, height: 2000 });
    expect(await decode(await page.locator('.slip').nth(4).screenshot())).toBe(
      linkOf('invited', 'cedar-creek'),
    );
    const body = site.asked.findLast(({ path }) => path.endsWith('/invitations'))?.body.toString();
    expect(body).toBe('{"count":11}');
  });

  test.each(['Letter', 'A4'] as const)(
    'are printed eight on a sheet of %s, nothing cut off, with every cut line, also with long names',
    async (format) => {
      for (const organization of ['cedar-creek', 'wordy']) {
        const { page } = await ofOrganization(organization);
        await page.getByLabel('How many codes').fill('9');
        await page.getByLabel('How many codes').press('Enter');
        await page.locator('.slip').first().waitFor();
        await withLongAddress(page);
        expect(await sheetsOf(page, format)).toBe(2);
        expect(await besideOnPaper(page, '.slips')).toEqual([]);
        await page.setViewportSize(BETWEEN_MARGINS[format]);
        expect(await stickingOut(page, '.slip')).toEqual([]);
        const right = "document.querySelectorAll('.slip')[1].getBoundingClientRect().right";
        expect(await page.evaluate(right)).toBeLessThanOrEqual(BETWEEN_MARGINS[format].width - 1);
        const cut =
          "[...document.querySelectorAll('.slip')].filter((slip) => slip.scrollHeight > slip.clientHeight).length";
        expect(await page.evaluate(cut)).toBe(0);
      }
    },
  );

  test('are shown once: closed, they are gone', async () => {
    const page = await make('2');
    await page.getByText('These codes are shown only now').waitFor();
    await page.getByRole('button', { name: 'They are printed: close the slips' }).click();
    await section(page).waitFor();
    expect(await page.locator('.slip').count()).toBe(0);
    expect(
      await page.evaluate('JSON.stringify({ ...sessionStorage, ...localStorage })'),
    ).not.toContain(aCode(1));
    expect(page.url()).not.toContain(aCode(1));
  });

  test('are not left by mistake', async () => {
    const page = await make('2');
    await page.locator('.slip').first().waitFor();
    const asked = page.waitForEvent('dialog').then(async (dialog) => {
      await dialog.dismiss();
      return dialog.type();
    });
    await page.reload({ timeout: 2000 }).catch(() => {});
    expect(await asked).toBe('beforeunload');
    expect(await page.locator('.slip').count()).toBe(2);
  });

  describe('are not left by mistake within the site', () => {
    const CODES = ['000000001', '000000002'];
    const twoOrganizations = async () => {
      const token = aToken(...OWN, 'coordinator:cedar-creek');
      const { page } = await visitAs(browser, `${site.url}/organizations/harbor-lights`, token);
      opened.push(page);
      await page.getByRole('link', { name: 'Organization cedar-creek' }).click();
      await page.getByLabel('How many codes').fill('2');
      await page.getByLabel('How many codes').press('Enter');
      await page.locator('.slip').first().waitFor();
      return page;
    };
    const slips = async (page: Page) => ({
      codes: (await page.locator('.slip .code').allInnerTexts()).map((code) =>
        code.replace('-', '').slice(0, -1),
      ),
      links: new Set(await page.locator('.slip .letters').allInnerTexts()),
      path: new URL(page.url()).pathname,
    });
    const ownSlips = () => ({
      codes: CODES,
      links: new Set([linkOf('invited', 'cedar-creek')]),
      path: '/organizations/cedar-creek',
    });

    test.each([
      [
        'the link to another organization',
        (page: Page) => page.getByRole('link', { name: 'Organization harbor-lights' }).click(),
      ],
      ['the browser’s Back', (page: Page) => page.evaluate('history.back()')],
    ])('by %s', async (_, lead) => {
      const page = await twoOrganizations();
      await lead(page);
      await page.getByRole('dialog').getByText('Leave the slips?').waitFor();
      await page.getByRole('button', { name: 'Stay here' }).click();
      expect(await slips(page)).toEqual(ownSlips());
      await lead(page);
      await page.getByRole('button', { name: 'Leave the slips' }).click();
      await page.getByRole('heading', { name: 'Harbor Lights Recovery Community' }).waitFor();
      await page.waitForURL(`${site.url}/organizations/harbor-lights`);
      await page.getByText('44 people have answered.').waitFor();
      expect(await page.locator('.slip').count()).toBe(0);
      await page.getByRole('link', { name: 'Organization cedar-creek' }).click();
      await page.getByLabel('How many codes').waitFor();
      expect(await page.locator('.slip').count()).toBe(0);
    });

    test('and another language of them is not another page', async () => {
      const page = await twoOrganizations();
      await page.getByRole('link', { name: 'Español' }).click();
      await page.getByRole('heading', { name: '2 tarjetas para imprimir' }).waitFor();
      expect(await page.getByRole('dialog').count()).toBe(0);
      expect((await slips(page)).codes).toEqual(CODES);
    });

    test('and once they are closed nothing asks', async () => {
      const page = await twoOrganizations();
      await page.getByRole('button', { name: 'They are printed' }).click();
      await page.getByRole('link', { name: 'Organization harbor-lights' }).click();
      await page.getByText('44 people have answered.').waitFor();
    });
  });

  test('are not made for what is no number of codes', async () => {
    const before = site.asked.length;
    const { page } = await ofOrganization('cedar-creek');
    const field = page.getByLabel('How many codes');
    for (const typed of ['', '0', '501', '2.5', 'ten', '-3']) {
      await field.fill(typed);
      await page.getByRole('button', { name: 'Make codes' }).click();
      await page.getByText('Enter a whole number from 1 to 500').waitFor();
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect(await field.evaluate((it) => it.matches(':focus'))).toBe(true);
    }
    expect(site.asked.slice(before).filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('that the service refuses are explained', async () => {
    const { page } = await ofOrganization('cedar-creek');
    await page.getByLabel('How many codes').fill('3');
    for (const [status, words] of [
      [404, 'This service cannot make invitation codes.'],
      [409, 'No codes can be made while the poll is not open. Nothing was made.'],
      [401, 'Your sign-in has run out'],
      [429, 'Too many requests at once'],
    ] as const) {
      site.doing.codesRefused = status;
      await page.getByRole('button', { name: 'Make codes' }).click();
      await page.getByRole('status').getByText(words).waitFor();
    }
  });

  test('that do not arrive whole are not printed', async () => {
    site.doing.codesDamaged = true;
    const page = await make('3');
    await page.getByText('The codes did not arrive whole.').waitFor();
    expect(await page.locator('.slip').count()).toBe(0);
  });

  test('have no button where the service has no such call, but words', async () => {
    const { page } = await ofService('cedar-creek', {});
    await page.getByText('This service cannot make invitation codes.').waitFor();
    expect(await page.getByRole('button', { name: 'Make codes' }).count()).toBe(0);
  });
});

describe('answers on paper', PATIENCE, () => {
  const CSV = {
    name: 'sheets.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('apples,pears\r\n5,\r\n9,1\r\n'),
  };
  const COUNTING = { state: 'counting', accepted: 1, rejected: 0 };
  const DONE = {
    ...{ state: 'done', accepted: 1, rejected: 1 },
    rejectedRows: [{ line: 3, column: 'apples', expected: 'a level from 1 to 5, or "nothing"' }],
  };
  const handIn = async (file = CSV) => {
    const visited = await ofOrganization('harbor-lights');
    await visited.page.getByLabel('File with the answers').setInputFiles(file);
    await visited.page.getByRole('button', { name: 'Upload' }).click();
    return visited;
  };

  test('have a file without answers that names the columns', async () => {
    const { page } = await ofOrganization('harbor-lights');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download an empty file (CSV)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('calls-to-action-answers.csv');
    expect(await readFile(await download.path(), 'utf8')).toBe('apples,pears\r\n');
  });

  test('are nowhere to be seen where the service takes none', async () => {
    const { page } = await ofService('harbor-lights', { invitations: true });
    await page.getByText('44 people have answered.').waitFor();
    expect(await page.getByRole('heading', { name: 'Answers on paper' }).count()).toBe(0);
  });

  test('are offered where nobody tells whether the service takes any: the call will say', async () => {
    const { page } = await ofService('harbor-lights', null);
    await page.getByRole('heading', { name: 'Answers on paper' }).waitFor();
  });

  test('are uploaded without a token, followed, and counted', async () => {
    site.doing.progress = [{ state: 'waiting' }, COUNTING, DONE];
    const { page, requests, complaints } = await handIn();
    await page.getByText('The file has arrived and waits to be read.').waitFor();
    await page.getByText('Reading the file: 1 row so far.').waitFor();
    await page.getByText('1 row accepted, 1 rejected.').waitFor();
    const [uploaded, ...more] = site.uploads.uploaded;
    expect(more).toEqual([]);
    expect(uploaded?.method).toBe('PUT');
    expect(uploaded?.body.toString()).toBe(CSV.buffer.toString());
    expect(uploaded?.headers['content-type']).toBe('text/csv');
    expect(uploaded?.headers.authorization).toBeUndefined();
    expect(uploaded?.headers.referer).toBeUndefined();
    const reached = new Set(
      requests.filter((url) => !url.startsWith('blob:')).map((url) => new URL(url).origin),
    );
    expect([...reached].toSorted()).toEqual([site.url, site.uploads.url].toSorted());
    expect(complaints).toEqual([]);
    const opened = site.asked.findLast(
      ({ method, path }) => method === 'POST' && path.endsWith('/imports'),
    );
    expect(opened?.body.toString()).toBe('{"organization":"harbor-lights"}');
  });

  test('give their rejected rows as a file', async () => {
    site.doing.progress = [DONE];
    const { page } = await handIn();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the rejected rows (CSV)' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toBe(
      'line,column,reason\r\n3,"apples","expected a level from 1 to 5, or ""nothing"""\r\n',
    );
  });

  test('are found again after a reload, and lead to the next file', async () => {
    site.doing.progress = [DONE];
    const { page } = await handIn();
    await page.getByText('1 row accepted').waitFor();
    expect(new URL(page.url()).searchParams.get('import')).toBe('calls-to-action/batch-1');
    await page.reload();
    await page.getByText('1 row accepted').waitFor();
    await page.getByRole('button', { name: 'Upload another file' }).click();
    await page.getByLabel('File with the answers').waitFor();
    expect(page.url()).not.toContain('import');
  });

  test('that cannot be used say why, and that none counts', async () => {
    site.doing.progress = [{ state: 'failed', expected: 'a column of an item' }];
    const { page } = await handIn();
    await page.getByText('none of its rows counts').waitFor();
    await page.getByText('a column of an item').waitFor();
  });

  test('that do not arrive can be sent once more', async () => {
    site.uploads.taking.status = 403;
    const { page } = await handIn();
    await page.getByText('The file did not arrive').waitFor();
    site.uploads.taking.status = 200;
    site.doing.progress = [DONE];
    await page.getByRole('button', { name: 'Upload' }).click();
    await page.getByText('1 row accepted').waitFor();
  });

  test('need a file, and not too large a one', async () => {
    const { page } = await ofOrganization('harbor-lights');
    await page.getByRole('button', { name: 'Upload' }).click();
    await page.getByText('Choose a file that is not empty').waitFor();
    const field = page.getByLabel('File with the answers');
    await field.setInputFiles({ ...CSV, buffer: Buffer.alloc(10_000_001, 44) });
    await page.getByRole('button', { name: 'Upload' }).click();
    await page.getByText('Choose a file of at most 10 MB').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(site.uploads.uploaded).toEqual([]);
  });

  test('that the service refuses are explained', async () => {
    site.doing.importRefused = 404;
    const { page } = await handIn();
    for (const [status, words] of [
      [404, 'This service does not take answers on paper yet.'],
      [409, 'No answers on paper are taken for this poll now'],
      [401, 'Your sign-in has run out'],
      [503, 'The service does not answer'],
    ] as const) {
      site.doing.importRefused = status;
      await page.getByRole('button', { name: 'Upload' }).click();
      await page.getByRole('status').getByText(words).waitFor();
    }
    expect(site.uploads.uploaded).toEqual([]);
  });
});

describe('an organization', PATIENCE, () => {
  test.each([
    ['nobody', 'No poll yet'],
    ['elsewhere', 'This is not your organization'],
    ['run-out', 'Your sign-in has run out'],
    ['busy', 'Too many requests at once'],
    ['away', 'The service does not answer'],
  ])('that is %s gets a page of its own: "%s"', async (organization, heading) => {
    const { page } = await ofOrganization(organization);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    expect(await page.locator('section.poll').count()).toBe(0);
  });

  test('of somebody else gives nothing away, and the own one is a link away', async () => {
    const before = site.asked.length;
    const { page } = await ofOrganization('elsewhere');
    await page.getByRole('heading', { name: 'This is not your organization' }).waitFor();
    expect(site.asked.slice(before).map(({ path }) => path)).toEqual([
      '/v1/organizations/elsewhere/polls',
    ]);
    await page.getByRole('link', { name: 'Organization harbor-lights' }).click();
    await page.getByRole('heading', { name: 'Harbor Lights Recovery Community' }).waitFor();
  });

  test('is signed in to again where the sign-in has run out, and comes back', async () => {
    const { page } = await ofOrganization('run-out');
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await page.waitForURL(`${site.url}/organizations/run-out`);
    await page.getByRole('heading', { name: 'Your sign-in has run out' }).waitFor();
  });
});

test(
  'who signs in at the start page finds links to the own pages above every page',
  PATIENCE,
  async () => {
    site.issuer.token = aToken(...OWN, 'coordinator:cedar-creek', 'administrator');
    const { page } = await signInTo('/?state=none');
    site.issuer.token = aToken(...OWN);
    const own = page.getByRole('navigation', { name: 'Your pages' });
    expect(await own.getByRole('link').allInnerTexts()).toEqual([
      'Organization harbor-lights',
      'Organization cedar-creek',
      'Administration',
    ]);
    await own.getByRole('link', { name: 'Organization cedar-creek' }).click();
    await page.getByRole('heading', { name: 'Invitations' }).waitFor();
    expect(await own.locator('[aria-current]').innerText()).toBe('Organization cedar-creek');
  },
);

/** What brings a page to a state that its address does not name. */
const PREPARED: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  '/organizations/cedar-creek#slips': async (page) => {
    await page.locator('#codes-invited').fill('3');
    await page.locator('#codes-invited').press('Enter');
    await page.locator('.slip').first().waitFor();
  },
  '/organizations/cedar-creek#faults': async (page) => {
    await page.locator('#codes-invited').press('Enter');
    await page.locator('form:has(#paper-invited) button').click();
    await page.locator('#paper-invited-error').waitFor();
    expect(await page.locator('.field .error').count()).toBe(2);
  },
  '/organizations/cedar-creek#refused': async (page) => {
    site.doing.codesRefused = 401;
    await page.locator('#codes-invited').fill('3');
    await page.locator('#codes-invited').press('Enter');
    await page.locator('.sharing button').first().click();
    await page.locator('.notice').waitFor();
  },
};

describe.each([
  '/?state=none',
  '/organizations/harbor-lights',
  '/organizations/harbor-lights?poster=calls-to-action',
  '/organizations/harbor-lights?poster=next-year',
  '/organizations/harbor-lights?import=calls-to-action/batch-1',
  '/organizations/cedar-creek',
  '/organizations/cedar-creek#slips',
  '/organizations/cedar-creek#faults',
  '/organizations/cedar-creek#refused',
  '/organizations/new-morning',
  '/organizations/wordy',
  '/organizations/wordy?poster=wordy',
  '/organizations/nobody',
  '/organizations/elsewhere',
  '/organizations/run-out',
  '/organizations/away',
])('%s', PATIENCE, (path) => {
  const prepared = async (lang: string): Promise<Page> => {
    site.doing.progress = [
      {
        ...{ state: 'done', accepted: 3, rejected: 1 },
        rejectedRows: [{ line: 2, expected: 'an answer' }],
      },
    ];
    const [address = '', state] = path.split('#');
    const query = `${address.includes('?') ? '&' : '?'}lang=${lang}`;
    const { page } = await visit(`${address}${query}`, { ...PHONE, bypassCSP: true });
    if (state) await PREPARED[path]?.(page);
    else await page.waitForLoadState('networkidle');
    return page;
  };

  test.each(['en', 'es'])(
    'in %s: no axe violation, light and dark; no sideways scroll, at twice the text either; no small target; phone and desktop',
    async (lang) => {
      const page = await prepared(lang);
      for (const { viewport } of [PHONE, DESKTOP]) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme: 'light' });
        expect(await axeViolations(page)).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await axeViolations(page, ['color-contrast'])).toEqual([]);
        expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
        expect(await smallTargets(page)).toEqual([]);
      }
      await page.setViewportSize({ width: 640, height: 900 });
      await page.addStyleTag({ content: ':root{font-size:200%}' });
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    },
  );
});

test('in forced colours the QR code stays dark on white', PATIENCE, async () => {
  const { page } = await visit('/organizations/cedar-creek', {
    ...DESKTOP,
    forcedColors: 'active',
    colorScheme: 'dark',
  });
  expect(await decode(await page.locator('.sharing').screenshot())).toBe(
    linkOf('invited', 'cedar-creek'),
  );
});
