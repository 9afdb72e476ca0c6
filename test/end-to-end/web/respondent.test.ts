import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTallies } from '../../../adapters/dynamodb/tallies.ts';
import { clientSettings } from '../../../local/aws/client-settings.ts';
import { aDefinition, openPoll } from '../../api/a-poll.ts';
import type { ApiWorld } from '../../api/api-world.ts';
import {
  answer,
  heading,
  LANGUAGES,
  type LanguageCode,
  press,
  readyForOffline,
  shownLink,
  tabTo,
} from '../../browser/form/respondent.ts';
import { deployedWorld } from '../deployed-world.ts';
import { type DeployedSite, openDeployedSite, STARTING_MS } from './deployed-site.ts';

const titled = (id: string, en: string, es: string) => ({ id, title: { en, es } });

/** The same small poll as everywhere, with titles in both languages. */
const DEFINITION = aDefinition({
  title: { en: 'Fruit and bread', es: 'Fruta y pan' },
  categories: [
    {
      ...titled('fruit', 'Fruit', 'Fruta'),
      items: [titled('apples', 'Apples', 'Manzanas'), titled('pears', 'Pears', 'Peras')],
    },
    { ...titled('bread', 'Bread', 'Pan'), items: [titled('rye', 'Rye', 'Centeno')] },
  ],
});

const TALLIED_MS = 30_000;

let world: ApiWorld;
let site: DeployedSite;
let form: string;
let poll: string;

beforeAll(async () => {
  world = deployedWorld();
  [site, poll] = await Promise.all([openDeployedSite(), openPoll(world, DEFINITION)]);
  form = `${site.url}/p/${poll}/first`;
}, STARTING_MS);

afterAll(() => site?.close());

const aPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await site.browser.newContext({ locale: 'en-US', ...options });
  return context.newPage();
};

/** How many chose each level of apples, pears and rye, by what was sent from here. */
const SHAPE = { items: 3, levels: 5 };
const [APPLES, PEARS, RYE] = [0, 1, 2];
const chosen = Array.from({ length: SHAPE.items }, () => Array(SHAPE.levels).fill(0));
let people = 0;

const tallied = async () => {
  const { emulatorUrl, tables } = inject('deployment');
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(emulatorUrl)));
  const [first] = await createTallies({ client, tableName: tables.tallies }).list(poll, SHAPE);
  return { people: first?.responses, chosen: first?.counts };
};

/** What people chose, and so many more of them, is what the tallies hold: level by level. */
const isCounted = async (
  more: number,
  changes: readonly (readonly [item: number, level: number, by: number])[],
): Promise<void> => {
  people += more;
  for (const [item, level, by] of changes) {
    const levels = chosen[item];
    if (levels) levels[level - 1] += by;
  }
  await expect.poll(tallied, { timeout: TALLIED_MS, interval: 250 }).toEqual({ people, chosen });
};

describe('the form that was deployed', () => {
  test.each(Object.keys(LANGUAGES) as LanguageCode[])(
    'takes answers from the keyboard alone, and they are tallied (%s)',
    async (code) => {
      const page = await aPage();
      await page.goto(`${form}?lang=${code}`);
      await page.locator('html.js').waitFor();
      await tabTo(page, 'q1');
      await page.keyboard.press('ArrowDown');
      await tabTo(page, 'q2');
      await page.keyboard.press('Space');
      await tabTo(page, 'q3');
      await page.keyboard.press('ArrowUp');
      await tabTo(page, '_do', 'send');
      await page.keyboard.press('Enter');
      await heading(page, LANGUAGES[code].sent);
      await isCounted(1, [
        [APPLES, 2, 1],
        [PEARS, 1, 1],
        [RYE, 5, 1],
      ]);
      await page.context().close();
    },
  );

  test('takes answers without JavaScript, compressed on the way', async () => {
    const page = await aPage({ javaScriptEnabled: false });
    const answered = await page.goto(`${form}?lang=es`);
    expect(await answered?.headerValue('content-encoding')).toMatch(/^(?:br|gzip)$/);
    await answer(page, 2, LANGUAGES.es.agree);
    await press(page, LANGUAGES.es.next);
    await press(page, LANGUAGES.es.send);
    await heading(page, LANGUAGES.es.sent);
    expect(await shownLink(page)).toContain(`${form}?lang=es#`);
    await isCounted(1, [[PEARS, 5, 1]]);
    await page.context().close();
  });

  test('takes answers offline and sends them once the network is back', async () => {
    const page = await aPage();
    await page.goto(form);
    await readyForOffline(page);
    await page.context().setOffline(true);
    await page.goto(form);
    await answer(page, 3, LANGUAGES.en.agree);
    await press(page, LANGUAGES.en.send);
    await heading(page, LANGUAGES.en.waiting);
    await page.context().setOffline(false);
    await heading(page, LANGUAGES.en.sent);
    await isCounted(1, [[RYE, 5, 1]]);
    await page.context().close();
  });

  test('changes answers from another device by the private link, then takes them back', async () => {
    const first = await aPage();
    await first.goto(form);
    await answer(first, 1, LANGUAGES.en.agree);
    await press(first, LANGUAGES.en.send);
    await heading(first, LANGUAGES.en.sent);
    const link = await shownLink(first);
    await isCounted(1, [[APPLES, 5, 1]]);
    const second = await aPage();
    await second.goto(link);
    await heading(second, LANGUAGES.en.changing);
    await answer(second, 1, LANGUAGES.en.neutral);
    await press(second, LANGUAGES.en.send);
    await heading(second, LANGUAGES.en.sent);
    await isCounted(0, [
      [APPLES, 5, -1],
      [APPLES, 3, 1],
    ]);
    await press(second, LANGUAGES.en.takeBack);
    await press(second, LANGUAGES.en.yes);
    await heading(second, LANGUAGES.en.takenBack);
    await isCounted(-1, [[APPLES, 3, -1]]);
    await Promise.all([first.context().close(), second.context().close()]);
  });

  test('has a page for addresses of nothing', async () => {
    const page = await aPage();
    const answered = await page.goto(`${site.url}/p/${poll}/nobody`);
    expect(answered?.status()).toBe(404);
    await heading(page, 'There is no poll at this address');
    await page.context().close();
  });
});
