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
  tabTo,
} from './respondent.ts';

const { browser, site } = useBrowser();

const open = '------------------';

describe('somebody who answers', () => {
  test.each(CODES)('can do so with the keyboard alone (%s)', async (code) => {
    const words = LANGUAGES[code];
    const respondent = await aRespondent(browser(), site());
    const { page } = respondent;
    await respondent.open(`${FORM}?lang=${code}`);
    await page.locator('html.js').waitFor();
    await tabTo(page, 'q1');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.evaluate('document.activeElement.name')).toBe('q2');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await tabTo(page, '_do', 'send');
    await page.keyboard.press('Enter');
    await heading(page, words.sent);
    expect(await page.evaluate('document.activeElement.textContent')).toBe(words.sent);
    const kept = site().keptFor(await shownLink(page));
    expect(kept).toMatchObject({ answers: `2-1-${open.slice(2)}`, channel: 'web', revision: 0 });
    expect(respondent.complaints).toEqual([]);
    await respondent.close();
  });

  test('passes at most 22 stops from the first item to the button that sends', async () => {
    const respondent = await aRespondent(browser(), site());
    const { page } = respondent;
    await respondent.open(FORM);
    for (let item = 1; item <= 20; item += 1) await answer(page, item, 'Neutral');
    await page.locator('#q1 input').nth(2).focus();
    let stops = 1;
    while ((await page.evaluate('document.activeElement.value')) !== 'send') {
      await page.keyboard.press('Tab');
      stops += 1;
      expect(stops).toBeLessThanOrEqual(22);
    }
    await respondent.close();
  });

  test('sees nothing preselected, and takes a choice back by touch', async () => {
    const respondent = await aRespondent(browser(), site());
    const { page } = respondent;
    await respondent.open(FORM);
    expect(await page.locator('input:checked').count()).toBe(0);
    const clear = question(page, 3).locator('.clear');
    expect(await clear.isVisible()).toBe(false);
    await answer(page, 3, 'Agree');
    expect(await page.locator('#answered').textContent()).toBe('1');
    await clear.click();
    expect(await page.locator('input:checked').count()).toBe(0);
    expect(await page.locator('#answered').textContent()).toBe('0');
    await respondent.close();
  });

  test('is told where the problem is if nothing was answered, and gets there', async () => {
    const respondent = await aRespondent(browser(), site());
    const { page } = respondent;
    await respondent.open(FORM);
    const before = site().seen.length;
    await press(page, LANGUAGES.en.send);
    await heading(page, LANGUAGES.en.problem);
    expect(await page.title()).toBe('Error: Calls to Action Poll');
    expect(await page.evaluate('document.activeElement.id')).toBe('errors');
    await page.getByRole('link', { name: 'Answer at least one question' }).click();
    expect(await page.evaluate('location.hash')).toBe('#q1');
    expect(
      site()
        .seen.slice(before)
        .filter(({ method }) => method !== 'GET'),
    ).toEqual([]);
    await answer(page, 1, 'Agree');
    expect(await page.title()).toBe('Calls to Action Poll');
    await respondent.close();
  });

  test('switches the language and keeps what was chosen, in each state', async () => {
    const respondent = await aRespondent(browser(), site());
    const { page } = respondent;
    await respondent.open(FORM);
    await answer(page, 1, LANGUAGES.en.agree);
    await press(page, LANGUAGES.en.other);
    await page.locator('html[lang=es]').waitFor();
    expect(await question(page, 1).getByLabel(LANGUAGES.es.agree).isChecked()).toBe(true);
    await press(page, LANGUAGES.es.send);
    await heading(page, LANGUAGES.es.sent);
    const receipt = (await shownLink(page)).split('#')[1];
    await press(page, LANGUAGES.es.other);
    await heading(page, LANGUAGES.en.sent);
    expect((await shownLink(page)).split('#')[1]).toBe(receipt);
    await respondent.close();
  });

  test('loses nothing by pressing Enter on a choice or in a field', async () => {
    const respondent = await aRespondent(browser(), site());
    const { page } = respondent;
    await respondent.open('/p/invited/harbor-lights');
    const before = site().responses().size;
    await page.getByLabel('Invitation code').fill('0000000000');
    await page.keyboard.press('Enter');
    await answer(page, 1, 'Agree');
    await page.locator('#q1 input:checked').press('Enter');
    await page.waitForTimeout(500);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('#q1 input:checked').isVisible()).toBe(true);
    expect(site().responses().size).toBe(before);
    await respondent.close();
  });

  test('is asked in the language of the browser', async () => {
    const respondent = await aRespondent(browser(), site(), { locale: 'es-MX' });
    await respondent.open(FORM);
    expect(await respondent.page.locator('html').getAttribute('lang')).toBe('es');
    await respondent.close();
  });

  test('gives an invitation code where the poll wants one, typing mistakes found', async () => {
    const respondent = await aRespondent(browser(), site());
    const { page } = respondent;
    await respondent.open('/p/invited/harbor-lights');
    const field = page.getByLabel('Invitation code');
    expect(await page.locator('#hint').textContent()).toContain('not keep it with your answers');
    expect(await field.getAttribute('aria-describedby')).toContain('hint');
    await answer(page, 1, 'Agree');
    await press(page, LANGUAGES.en.send);
    await page.getByRole('link', { name: 'Enter your invitation code' }).waitFor();
    await page.getByLabel('Invitation code').fill('00000-00001');
    await press(page, LANGUAGES.en.send);
    await page.getByRole('link', { name: /typing mistake/ }).waitFor();
    expect(await page.getByLabel('Invitation code').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Invitation code').fill('ooooo-ooooo');
    await press(page, LANGUAGES.en.send);
    await heading(page, LANGUAGES.en.sent);
    const sent = site().seen.findLast(({ method }) => method === 'PUT');
    expect(sent?.headers.invitation).toBe('0000000000');
    await respondent.close();
  });

  test('leaves no receipt in any address, asks no other origin, gets no cookie', async () => {
    const respondent = await aRespondent(browser(), site());
    const { page, context } = respondent;
    const before = site().seen.length;
    await respondent.open(FORM);
    await answer(page, 2, 'Agree');
    await press(page, LANGUAGES.en.send);
    await heading(page, LANGUAGES.en.sent);
    const link = await shownLink(page);
    await page.locator('.qr path[d]').waitFor();
    await page.goto('about:blank');
    await page.goto(link);
    await heading(page, LANGUAGES.en.changing);
    expect(page.url()).not.toContain('#');
    const [, receipt = ''] = link.split('#');
    const left = site().seen.slice(before);
    expect(left.filter(({ url }) => url.includes(receipt))).toEqual([]);
    expect(left.filter(({ headers }) => headers.cookie || headers.referer)).toEqual([]);
    const elsewhere = respondent.requests.filter(
      (url) => !url.startsWith(site().url) && !/^(?:about|data):/.test(url),
    );
    expect(elsewhere).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
    await respondent.close();
  });

  test('sees at once that the answers are on their way, and sends them once', async () => {
    const respondent = await aRespondent(browser(), site());
    const { page } = respondent;
    await respondent.open(FORM);
    await answer(page, 1, 'Agree');
    const before = site().seen.length;
    await page.route('**/responses/*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await page.getByRole('button', { name: LANGUAGES.en.send }).dblclick();
    await heading(page, 'Sending …');
    expect(await page.getByRole('button', { name: LANGUAGES.en.send }).isVisible()).toBe(false);
    await heading(page, LANGUAGES.en.sent);
    const puts = site()
      .seen.slice(before)
      .filter(({ method }) => method === 'PUT');
    expect(puts).toHaveLength(1);
    expect(await page.evaluate('window.shifts')).toBe(0);
    await respondent.close();
  });

  test('stays where they are when what waited from somebody before is sent', async () => {
    const respondent = await aRespondent(browser(), site(), {
      viewport: { width: 360, height: 740 },
    });
    const { page } = respondent;
    await respondent.open(FORM);
    await answer(page, 1, 'Agree');
    site().trouble({ status: 503 });
    await press(page, LANGUAGES.en.send);
    await heading(page, LANGUAGES.en.waiting);
    await press(page, 'Finish and clear this page');
    await answer(page, 20, 'Agree');
    const before = await page.evaluate<number>('scrollY');
    expect(before).toBeGreaterThan(1000);
    const focused = '(document.activeElement.name + document.activeElement.value)';
    expect(await page.evaluate(focused)).toBe('q204');
    site().trouble();
    await page.evaluate(`dispatchEvent(new Event('online'))`);
    await page.getByRole('status').getByRole('heading', { name: 'Sent' }).waitFor();
    expect(await page.evaluate(focused)).toBe('q204');
    expect(await page.evaluate<number>('scrollY')).toBeGreaterThanOrEqual(before);
    await respondent.close();
  });

  test('never sees the page jump', async () => {
    const respondent = await aRespondent(browser(), site(), {
      viewport: { width: 360, height: 740 },
    });
    const { page } = respondent;
    await respondent.open(FORM);
    await page.locator('html.js').waitFor();
    await answer(page, 1, 'Agree');
    await press(page, LANGUAGES.en.send);
    await heading(page, LANGUAGES.en.sent);
    await page.locator('.qr path[d]').waitFor();
    await page.waitForTimeout(700);
    expect(await page.evaluate('window.shifts')).toBe(0);
    await press(page, 'Keep this link on this phone');
    await respondent.open(FORM);
    await heading(page, 'Your private link is on this phone');
    await page.waitForTimeout(700);
    expect(await page.evaluate('window.shifts')).toBe(0);
    await respondent.close();
  });
});
