import { describe, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { FORM } from './form-site.ts';
import {
  answer,
  aRespondent,
  CODES,
  heading,
  LANGUAGES,
  press,
  question,
  shownLink,
} from './respondent.ts';

const { browser, site } = useBrowser();
const words = LANGUAGES.en;

const withoutScript = () => aRespondent(browser(), site(), { javaScriptEnabled: false });

describe('without JavaScript', () => {
  test.each(CODES)(
    'somebody answers, checks, sends and gets the private link (%s)',
    async (code) => {
      const own = LANGUAGES[code];
      const { page, open, close } = await withoutScript();
      await open(`${FORM}?lang=${code}`);
      await answer(page, 1, own.agree);
      await answer(page, 20, own.neutral);
      await press(page, own.next);
      await heading(page, own.check);
      await press(page, own.send);
      await heading(page, own.sent);
      const link = await shownLink(page);
      expect(site().keptFor(link)).toMatchObject({
        answers: `5${'-'.repeat(18)}3`,
        channel: 'web',
      });
      expect(await page.locator('.qr path[d]').count()).toBe(1);
      await close();
    },
  );

  test('loading the last page again, or pressing twice, counts once', async () => {
    const { page, open, close } = await withoutScript();
    await open(FORM);
    await answer(page, 2, words.agree);
    await press(page, words.next);
    const before = site().responses().size;
    await page.getByRole('button', { name: words.send }).dblclick();
    await heading(page, words.sent);
    await page.reload();
    await heading(page, words.sent);
    expect(site().responses().size).toBe(before + 1);
    await close();
  });

  test('answers are changed and taken back from the page that shows the link', async () => {
    const { page, open, close } = await withoutScript();
    await open(FORM);
    await answer(page, 2, words.agree);
    await press(page, words.next);
    await press(page, words.send);
    const link = await shownLink(page);
    await press(page, words.change);
    await heading(page, words.changing);
    expect(await question(page, 2).getByLabel(words.agree).isChecked()).toBe(true);
    await answer(page, 3, 'Disagree');
    await press(page, words.next);
    await press(page, words.send);
    await heading(page, words.sent);
    expect(await shownLink(page)).toBe(link);
    expect(site().keptFor(link)).toMatchObject({ answers: `-52${'-'.repeat(17)}`, revision: 1 });
    await press(page, words.takeBack);
    await press(page, words.yes);
    await heading(page, words.takenBack);
    expect(site().keptFor(link)).toMatchObject({ withdrawn: true });
    await close();
  });

  test('answers are taken back by pasting the private link', async () => {
    const first = await withoutScript();
    await first.open(FORM);
    await answer(first.page, 2, words.agree);
    await press(first.page, words.next);
    await press(first.page, words.send);
    const link = await shownLink(first.page);
    const second = await withoutScript();
    await second.open(FORM);
    await second.page.getByText('Do you have a private link?').click();
    await second.page.getByLabel('Your private link').fill(link);
    await press(second.page, words.takeBack);
    await press(second.page, words.yes);
    await heading(second.page, words.takenBack);
    expect(site().keptFor(link)).toMatchObject({ withdrawn: true });
    await Promise.all([first.close(), second.close()]);
  });

  test('the language is switched, a choice cleared, and the rest is kept', async () => {
    const { page, open, close } = await withoutScript();
    await open(FORM);
    await answer(page, 1, words.agree);
    await answer(page, 2, words.agree);
    await press(page, words.other);
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    expect(await page.locator('input:checked').count()).toBe(2);
    await question(page, 1).locator('.clear').click();
    expect(await page.locator('input:checked').count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    await close();
  });

  test('nothing answered is told in a summary that leads to the first item', async () => {
    const { page, open, close } = await withoutScript();
    await open(FORM);
    await press(page, words.next);
    await heading(page, words.problem);
    expect(await page.title()).toBe('Error: Calls to Action Poll');
    expect(await page.getByRole('link', { name: /at least one/ }).getAttribute('href')).toBe('#q1');
    await close();
  });

  test('Enter in a field sends nothing, but leads to the page that checks', async () => {
    const { page, close, open } = await withoutScript();
    const before = site().responses().size;
    await open(FORM);
    await answer(page, 1, words.agree);
    await page.locator('#q1 input:checked').press('Enter');
    await heading(page, words.check);
    expect(site().responses().size).toBe(before);
    await close();
  });
});
