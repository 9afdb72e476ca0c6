import { describe, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { FORM, type FormSite } from './form-site.ts';
import { readQr } from './read-qr.ts';
import {
  answer,
  aRespondent,
  CODES,
  heading,
  keptNames,
  LANGUAGES,
  type LanguageCode,
  press,
  question,
  type Respondent,
  shownLink,
} from './respondent.ts';

const { browser, site } = useBrowser();
const words = LANGUAGES.en;

/** Sends one answer; what comes back is the private link. */
const sendOne = async ({ page, open }: Respondent, code: LanguageCode = 'en'): Promise<string> => {
  await open(`${FORM}?lang=${code}`);
  await answer(page, 1, LANGUAGES[code].agree);
  await press(page, LANGUAGES[code].send);
  await heading(page, LANGUAGES[code].sent);
  return shownLink(page);
};

const another = (of: () => FormSite) => aRespondent(browser(), of());

describe('the private link', () => {
  test.each(CODES)('changes the answers from another device (%s)', async (code) => {
    const first = await another(site);
    const link = await sendOne(first, code);
    const second = await another(site);
    await second.page.goto(link);
    await heading(second.page, LANGUAGES[code].changing);
    expect(await question(second.page, 1).getByLabel(LANGUAGES[code].agree).isChecked()).toBe(true);
    await answer(second.page, 1, LANGUAGES[code].neutral);
    await press(second.page, LANGUAGES[code].send);
    await heading(second.page, LANGUAGES[code].sent);
    expect(site().keptFor(link)).toMatchObject({ answers: `3${'-'.repeat(19)}`, revision: 1 });
    await Promise.all([first.close(), second.close()]);
  });

  test('takes the answers back after asking, and nothing brings them back', async () => {
    const first = await another(site);
    const link = await sendOne(first);
    const second = await another(site);
    await second.page.goto(link);
    await heading(second.page, words.changing);
    await press(second.page, words.takeBack);
    await press(second.page, 'No, keep them');
    await heading(second.page, words.changing);
    await press(second.page, words.takeBack);
    await press(second.page, words.yes);
    await heading(second.page, words.takenBack);
    expect(site().keptFor(link)).toMatchObject({ withdrawn: true });
    await press(first.page, words.change);
    await press(first.page, words.send);
    await heading(first.page, 'These answers were taken back');
    expect(site().keptFor(link)).toMatchObject({ withdrawn: true });
    await press(first.page, 'Answer from the start');
    expect(await first.page.locator('input:checked').count()).toBe(0);
    await Promise.all([first.close(), second.close()]);
  });

  test('shows newer answers to the device that has the older ones', async () => {
    const first = await another(site);
    const link = await sendOne(first);
    const second = await another(site);
    await second.page.goto(link);
    await heading(second.page, words.changing);
    await answer(second.page, 2, 'Agree');
    await press(second.page, words.send);
    await heading(second.page, words.sent);
    await press(first.page, words.change);
    await answer(first.page, 3, 'Disagree');
    await press(first.page, words.send);
    await heading(first.page, 'There are newer answers');
    await press(first.page, 'Show the newer answers');
    await heading(first.page, words.changing);
    expect(await question(first.page, 2).getByLabel('Agree', { exact: true }).isChecked()).toBe(
      true,
    );
    expect(await question(first.page, 3).locator('input:checked').count()).toBe(0);
    await Promise.all([first.close(), second.close()]);
  });

  test('is drawn as a QR code that reads as the link', async () => {
    const respondent = await another(site);
    const link = await sendOne(respondent);
    await respondent.page.locator('.qr path[d]').waitFor();
    expect(await readQr(respondent.page)).toBe(link);
    await respondent.close();
  });

  test('is copied, or selected to be copied by hand where the browser refuses', async () => {
    const respondent = await another(site);
    const { page, complaints } = respondent;
    await page.addInitScript(`navigator.clipboard.writeText = () =>
      window.copies ? Promise.resolve() : Promise.reject(new DOMException('no', 'NotAllowedError'))`);
    const link = await sendOne(respondent);
    await press(page, 'Copy the link');
    await expect.poll(() => page.evaluate('String(getSelection())')).toBe(link);
    await page.evaluate('void (window.copies = true)');
    await press(page, 'Copy the link');
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(complaints).toEqual([]);
    await respondent.close();
  });

  test.each([
    ['of a response that is not there', `#${'A'.repeat(22)}`],
    ['that was cut short', '#AAAAAAAAAA'],
  ])('%s is told as such', async (_which, fragment) => {
    const respondent = await another(site);
    await respondent.open(FORM + fragment);
    await heading(respondent.page, 'No answers for this link');
    await respondent.close();
  });

  test('lies on the device only if the person says so, and is forgotten on demand', async () => {
    const respondent = await another(site);
    const { page } = respondent;
    await sendOne(respondent);
    expect(await keptNames(page)).toEqual([]);
    await press(page, 'Keep this link on this phone');
    await page.getByRole('button', { name: 'The link is kept on this phone' }).waitFor();
    await respondent.open(FORM);
    await heading(page, 'Your private link is on this phone');
    await press(page, words.change);
    await heading(page, words.changing);
    await press(page, 'Forget on this phone');
    await heading(page, 'Forgotten');
    expect(await page.evaluate('caches.keys()')).toEqual([]);
    expect(
      await page.evaluate('navigator.serviceWorker.getRegistrations().then((all) => all.length)'),
    ).toBe(0);
    await respondent.close();
  });

  test("kept here does not become another person's, who answers on the same device", async () => {
    const respondent = await another(site);
    const { page } = respondent;
    const link = await sendOne(respondent);
    await press(page, 'Keep this link on this phone');
    await respondent.open(FORM);
    await heading(page, 'Your private link is on this phone');
    await answer(page, 5, 'Disagree');
    await press(page, words.send);
    await heading(page, words.sent);
    expect(await shownLink(page)).not.toBe(link);
    expect(site().keptFor(link)).toMatchObject({ revision: 0, answers: `5${'-'.repeat(19)}` });
    await respondent.close();
  });

  test('leaves the page when the person is done, for the next one to answer', async () => {
    const respondent = await another(site);
    const { page } = respondent;
    const link = await sendOne(respondent);
    await press(page, 'Finish and clear this page');
    expect(await page.locator('input:checked').count()).toBe(0);
    expect(await page.content()).not.toContain(link.split('#')[1]);
    await answer(page, 1, 'Disagree');
    await press(page, words.send);
    await heading(page, words.sent);
    expect(await shownLink(page)).not.toBe(link);
    await respondent.close();
  });
});
