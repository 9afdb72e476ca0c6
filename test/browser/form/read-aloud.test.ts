import { describe, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { FORM } from './form-site.ts';
import { answer, aRespondent, LANGUAGES, press, question } from './respondent.ts';

const { browser, site } = useBrowser();

/** A device with voices of these languages, which writes down what it is to say. */
const voicesOf = (...languages: readonly string[]): string => `
  window.spoken = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => ${JSON.stringify(languages.map((lang) => ({ lang })))},
    addEventListener() {},
    cancel() {},
    speak: ({ lang, text }) => window.spoken.push(lang + ': ' + text),
  } });
`;

const withVoices = async (...languages: readonly string[]) => {
  const respondent = await aRespondent(browser(), site());
  await respondent.page.addInitScript(voicesOf(...languages));
  await respondent.open(FORM);
  return respondent;
};

describe('reading aloud', () => {
  test('begins with what is above the questions, then reads each one and its answer', async () => {
    const { page, close, complaints } = await withVoices('es-US', 'en-US');
    const spoken = () => page.evaluate<readonly string[]>('window.spoken');
    await press(page, 'Read aloud');
    expect((await spoken()).at(-1)).toMatch(/^en: Calls to Action Poll\..*Before you start/s);
    await answer(page, 2, LANGUAGES.en.neutral);
    expect((await spoken()).slice(-2)).toEqual([
      expect.stringMatching(/^en: 2\. Group facilitator training\. Strongly disagree\. Disagree/),
      'en: Neutral',
    ]);
    await question(page, 2).locator('legend').click();
    expect((await spoken()).at(-1)).toContain('Group facilitator training');
    await press(page, 'Stop reading');
    const before = (await spoken()).length;
    await answer(page, 3, LANGUAGES.en.neutral);
    expect(await spoken()).toHaveLength(before);
    expect(complaints).toEqual([]);
    await close();
  });

  test('goes on in the language that the page is switched to', async () => {
    const { page, close } = await withVoices('es-US', 'en-US');
    await page.getByRole('button', { name: 'Read aloud' }).waitFor();
    await press(page, LANGUAGES.en.other);
    await press(page, 'Leer en voz alta');
    expect(await page.evaluate('window.spoken.at(-1)')).toMatch(/^es: Encuesta/);
    await close();
  });

  test('is not offered where the device has no voice of the language', async () => {
    const { page, close } = await withVoices('fr-FR');
    await expect
      .poll(() => page.evaluate(`caches.match('/p/aloud.js').then(Boolean)`), { timeout: 20_000 })
      .toBe(true);
    expect(await page.getByRole('button', { name: 'Read aloud' }).isVisible()).toBe(false);
    await close();
  });
});
