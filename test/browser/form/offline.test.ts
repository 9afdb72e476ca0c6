import { describe, expect, test } from 'vitest';
import { responseId } from '../../../local/api/response-requests.ts';
import { useBrowser } from './browser.ts';
import { FORM } from './form-site.ts';
import {
  answer,
  aRespondent,
  CODES,
  heading,
  keptNames,
  LANGUAGES,
  press,
  question,
  type Respondent,
  readyForOffline,
  shownLink,
} from './respondent.ts';

const PATIENCE_MS = 90_000;
const { browser, site } = useBrowser();
const words = LANGUAGES.en;

/** Somebody whose phone has seen the form and then lost the network. */
const offlineRespondent = async (): Promise<Respondent> => {
  const respondent = await aRespondent(browser(), site());
  await respondent.open(FORM);
  await readyForOffline(respondent.page);
  await respondent.context.setOffline(true);
  site().trouble('hang up');
  return respondent;
};

/** The same person with an answer that waits to be sent, and the private link to it. */
const waitingRespondent = async (): Promise<Respondent & { readonly link: string }> => {
  const respondent = await offlineRespondent();
  await answer(respondent.page, 1, words.agree);
  await press(respondent.page, words.send);
  await heading(respondent.page, words.waiting);
  return { ...respondent, link: await shownLink(respondent.page) };
};

/** The network is back; the browser tells the page so. */
const backOnline = async ({ context }: Respondent): Promise<void> => {
  site().trouble();
  await context.setOffline(false);
};

describe('without a network', { timeout: PATIENCE_MS }, () => {
  test.each(CODES)(
    'the form opens again, takes answers, says that they wait, and they are counted later (%s)',
    async (code) => {
      const respondent = await offlineRespondent();
      const { page } = respondent;
      await respondent.open(`${FORM}?lang=${code}`);
      await answer(page, 4, LANGUAGES[code].agree);
      await press(page, LANGUAGES[code].send);
      await heading(page, LANGUAGES[code].waiting);
      const link = await shownLink(page);
      expect(site().keptFor(link)).toBeUndefined();
      expect(await keptNames(page)).toHaveLength(1);
      await backOnline(respondent);
      await heading(page, LANGUAGES[code].sent);
      expect(site().keptFor(link)).toMatchObject({
        answers: `---5${'-'.repeat(16)}`,
        channel: 'web',
      });
      expect(await keptNames(page)).toEqual([]);
      await respondent.close();
    },
  );

  test('the language can be switched', async () => {
    const respondent = await offlineRespondent();
    await press(respondent.page, words.other);
    await respondent.page.locator('html[lang=es]').waitFor();
    await respondent.close();
  });

  test('what waits is sent when the form is opened again, without showing whose it is', async () => {
    const respondent = await waitingRespondent();
    const { page, link } = respondent;
    await page.goto('about:blank');
    await backOnline(respondent);
    await respondent.open(FORM);
    await heading(page, 'Sent');
    expect(await page.content()).not.toContain(link.split('#')[1]);
    expect(site().keptFor(link)).toMatchObject({ revision: 0 });
    await respondent.close();
  });

  test('of several versions for one receipt only the newest is sent', async () => {
    const respondent = await offlineRespondent();
    const { page } = respondent;
    await answer(page, 1, 'Agree');
    await press(page, words.send);
    await heading(page, words.waiting);
    await press(page, words.change);
    await answer(page, 1, 'Disagree');
    await press(page, words.send);
    await heading(page, words.waiting);
    expect(await keptNames(page)).toHaveLength(1);
    const link = await shownLink(page);
    await backOnline(respondent);
    await heading(page, words.sent);
    expect(site().keptFor(link)).toMatchObject({ answers: `2${'-'.repeat(19)}`, revision: 1 });
    await respondent.close();
  });

  test('answers are taken back once the network is there', async () => {
    const respondent = await aRespondent(browser(), site());
    const { page } = respondent;
    await respondent.open(FORM);
    await answer(page, 1, words.agree);
    await press(page, words.send);
    await heading(page, words.sent);
    const link = await shownLink(page);
    await respondent.context.setOffline(true);
    await press(page, words.takeBack);
    await press(page, words.yes);
    await heading(page, 'Waiting to take back your answers');
    expect(site().keptFor(link)).toMatchObject({ revision: 0 });
    await backOnline(respondent);
    await heading(page, words.takenBack);
    expect(site().keptFor(link)).toMatchObject({ withdrawn: true });
    await respondent.close();
  });
});

describe('while the service is in trouble', { timeout: PATIENCE_MS }, () => {
  test.each([
    ['has too many requests', 429],
    ['is away', 503],
  ])('because it %s (%i), answers wait and are sent on demand', async (_why, status) => {
    const respondent = await aRespondent(browser(), site());
    const { page } = respondent;
    await respondent.open(FORM);
    await answer(page, 1, words.agree);
    site().trouble({ status, retryAfter: 5 });
    await press(page, words.send);
    await heading(page, words.waiting);
    await page.getByText('The service is busy').waitFor();
    const link = await shownLink(page);
    site().trouble();
    await press(page, 'Try now');
    await heading(page, words.sent);
    expect(site().keptFor(link)).toMatchObject({ revision: 0 });
    await respondent.close();
  });

  test('a page that answers in its place, as wireless networks have, is not taken for it', async () => {
    const respondent = await aRespondent(browser(), site());
    const { page } = respondent;
    await respondent.open(FORM);
    await answer(page, 1, words.agree);
    site().trouble({ status: 200 });
    await press(page, words.send);
    await heading(page, words.waiting);
    await respondent.close();
  });

  test('the form that was seen before is shown in the place of an error', async () => {
    const respondent = await aRespondent(browser(), site());
    await respondent.open(FORM);
    await readyForOffline(respondent.page);
    site().trouble({ status: 503 });
    await respondent.open(FORM);
    await heading(respondent.page, 'Calls to Action Poll');
    await respondent.close();
  });

  test('what is refused meanwhile is told, and waits no longer', async () => {
    const respondent = await waitingRespondent();
    const { page, link } = respondent;
    const poll = site().polls().get('spring');
    if (!poll) throw new Error('no poll');
    site()
      .polls()
      .set('spring', { ...poll, closesAt: '2026-01-01T00:00:00.000Z' });
    await backOnline(respondent);
    await heading(page, 'The poll has closed');
    site().polls().set('spring', poll);
    expect(site().keptFor(link)).toBeUndefined();
    expect(await keptNames(page)).toEqual([]);
    await respondent.close();
  });
});

describe('in two tabs at once', { timeout: PATIENCE_MS }, () => {
  /** One answer waits in a first tab; a second tab has the same form open. */
  const twoTabs = async () => {
    const respondent = await aRespondent(browser(), site());
    const { page, context } = respondent;
    await respondent.open(FORM);
    await readyForOffline(page);
    const second = await context.newPage();
    await second.goto(site().url + FORM);
    await readyForOffline(second);
    await answer(page, 1, words.agree);
    site().trouble({ status: 503 });
    await press(page, words.send);
    await heading(page, words.waiting);
    const link = await shownLink(page);
    const flushInSecond = async (noted: string): Promise<void> => {
      site().trouble();
      await second.evaluate(`dispatchEvent(new Event('online'))`);
      await heading(second, noted);
      expect(await keptNames(page)).toEqual([]);
    };
    return { ...respondent, link, flushInSecond };
  };

  test('what the other tab was refused is not called sent', async () => {
    const { page, link, flushInSecond, close } = await twoTabs();
    const receipt = link.split('#')[1] ?? '';
    const url = `${site().url}/v1/polls/spring/organizations/harbor-lights/responses/${responseId(receipt)}`;
    site().trouble();
    expect((await fetch(url, { method: 'DELETE', headers: { receipt } })).status).toBe(204);
    await flushInSecond('These answers were taken back');
    await press(page, 'Try now');
    await page.locator('#panel').getByText('These answers were taken back').waitFor();
    expect(site().keptFor(link)).toMatchObject({ withdrawn: true });
    await close();
  });

  test('what the other tab sent is called sent, even once the poll has closed', async () => {
    const { page, link, flushInSecond, close } = await twoTabs();
    await flushInSecond('Sent');
    const poll = site().polls().get('spring');
    if (!poll) throw new Error('no poll');
    site()
      .polls()
      .set('spring', { ...poll, closesAt: '2026-01-01T00:00:00.000Z' });
    await press(page, 'Try now');
    await heading(page, words.sent);
    site().polls().set('spring', poll);
    expect(site().keptFor(link)).toMatchObject({ revision: 0 });
    await close();
  });
});

describe('what lies on the device', { timeout: PATIENCE_MS }, () => {
  test('is a draft only if the person says so, until it is sent or unsaid', async () => {
    const respondent = await aRespondent(browser(), site());
    const { page } = respondent;
    await respondent.open(FORM);
    await answer(page, 1, words.agree);
    expect(await keptNames(page)).toEqual([]);
    await page.getByLabel('Keep my answers here').check();
    await answer(page, 2, words.agree);
    await expect.poll(() => keptNames(page)).toEqual(['/p/~/draft/spring/harbor-lights']);
    await respondent.open(FORM);
    await page.locator('#q2 input:checked').waitFor();
    await page.getByLabel('Keep my answers here').uncheck();
    await expect.poll(() => keptNames(page)).toEqual([]);
    await page.getByLabel('Keep my answers here').check();
    await press(page, words.send);
    await heading(page, words.sent);
    expect(await keptNames(page)).toEqual([]);
    await respondent.close();
  });

  test('goes on as the same response if it is a draft of changes, as the page about it says', async () => {
    const respondent = await aRespondent(browser(), site());
    const { page } = respondent;
    await respondent.open(FORM);
    await answer(page, 1, words.agree);
    await press(page, words.send);
    const link = await shownLink(page);
    await press(page, words.change);
    await page.getByLabel('Keep my answers here').check();
    await answer(page, 2, words.agree);
    await expect.poll(() => keptNames(page)).toEqual(['/p/~/draft/spring/harbor-lights']);
    await respondent.open(`${FORM}/about`);
    await page.getByText('A draft of changes holds the link, too').waitFor();
    await respondent.open(FORM);
    await page.locator('#q2 input:checked').waitFor();
    await press(page, words.send);
    await heading(page, words.sent);
    expect(site().keptFor(link)).toMatchObject({ answers: `55${'-'.repeat(18)}`, revision: 1 });
    expect(await keptNames(page)).toEqual([]);
    await respondent.close();
  });

  test('is nothing where the browser keeps nothing, and answering works all the same', async () => {
    const respondent = await aRespondent(browser(), site());
    const { page } = respondent;
    await page.addInitScript(`Object.defineProperty(window, 'caches', {
      get() { throw new DOMException('no', 'SecurityError'); } })`);
    await respondent.open(FORM);
    await answer(page, 1, words.agree);
    expect(await page.getByLabel('Keep my answers here').isVisible()).toBe(false);
    site().trouble({ status: 503 });
    await press(page, words.send);
    await heading(page, words.waiting);
    await page.getByText('Leave this page open').waitFor();
    const link = await shownLink(page);
    site().trouble();
    await press(page, 'Try now');
    await heading(page, words.sent);
    expect(site().keptFor(link)).toMatchObject({ revision: 0 });
    await press(page, 'Finish and clear this page');
    await press(page, 'Forget on this phone');
    await heading(page, 'Forgotten');
    expect(respondent.complaints).toEqual([]);
    await respondent.close();
  });

  test('is not forgotten unasked while answers wait there', async () => {
    const respondent = await waitingRespondent();
    const { page, link } = respondent;
    await press(page, 'Forget on this phone');
    await heading(page, 'Your answers are not sent yet.');
    expect(await keptNames(page)).toHaveLength(1);
    await press(page, 'No, keep them');
    await heading(page, words.waiting);
    expect(await shownLink(page)).toBe(link);
    await press(page, 'Forget on this phone');
    await page.locator('#panel').getByRole('button', { name: 'Forget on this phone' }).click();
    await heading(page, 'Forgotten');
    expect(await page.evaluate('caches.keys()')).toEqual([]);
    site().trouble();
    await page.evaluate("dispatchEvent(new Event('online'))");
    await page.waitForTimeout(1000);
    expect(site().keptFor(link)).toBeUndefined();
    await respondent.close();
  });

  test('does not make a choice of the next person on the same device', async () => {
    const respondent = await aRespondent(browser(), site());
    await respondent.open(FORM);
    await answer(respondent.page, 1, words.agree);
    await respondent.open(FORM);
    expect(await question(respondent.page, 1).locator('input:checked').count()).toBe(0);
    await respondent.close();
  });
});
