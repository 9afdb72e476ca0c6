import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  axeViolations,
  contrastBetween,
  contrastWithin,
  createDarkroom,
  sidewaysScroll,
  smallTargets,
  ungroupedRadios,
} from '../look.ts';
import { useBrowser } from './browser.ts';
import { aRespondent, CODES } from './respondent.ts';
import { states } from './states.ts';

const PATIENCE_MS = 120_000;
const LEAST_CONTRAST = 3;
const { browser, site } = useBrowser();
const VIEWS = [320, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

/** Twice the size of all text, as a browser's setting makes it. */
const LARGE_TEXT = `document.documentElement.style.fontSize = '200%'`;

const look = async (page: Page) => ({
  violations: await axeViolations(page),
  sideways: await sidewaysScroll(page),
  small: await smallTargets(page),
  ungrouped: await ungroupedRadios(page),
});
const FINE = { violations: [], sideways: 0, small: [], ungrouped: 0 };

describe.each(CODES)('in language %s', { timeout: PATIENCE_MS }, (code) => {
  test.each(states)('$name is for everyone', async ({ reach }) => {
    const respondent = await aRespondent(browser(), site(), { bypassCSP: true });
    const { page } = respondent;
    await reach(respondent, code, site());
    for (const { width, colorScheme } of VIEWS) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      expect({ width, colorScheme, ...(await look(page)) }).toEqual({
        width,
        colorScheme,
        ...FINE,
      });
    }
    await page.evaluate(LARGE_TEXT);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect({ width, sideways: await sidewaysScroll(page) }).toEqual({ width, sideways: 0 });
    }
    await respondent.close();
  });
});

const SCHEMES: readonly (readonly [string, BrowserContextOptions])[] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
  ['forced colours on black', { forcedColors: 'active', colorScheme: 'dark' }],
];

describe.each(SCHEMES)('in %s', { timeout: PATIENCE_MS }, (_scheme, options) => {
  /** Pictures of an element and a little around it, as it is one after the other. */
  const camera = async () => {
    const respondent = await aRespondent(browser(), site(), options);
    const develop = await createDarkroom(respondent.context);
    await respondent.open('/p/spring/harbor-lights');
    await respondent.page.bringToFront();
    return {
      respondent,
      shoot: async (target: Locator, around = 0) => {
        const box = await target.boundingBox();
        if (!box) throw new Error('nothing to see');
        const clip = {
          ...{ x: box.x - around, y: box.y - around },
          ...{ width: box.width + 2 * around, height: box.height + 2 * around },
        };
        return develop(await respondent.page.screenshot({ clip, fullPage: true }));
      },
    };
  };

  test('a radio, its choice and its focus show', async () => {
    const { respondent, shoot } = await camera();
    const radio = respondent.page.locator('#q1 input').nth(2);
    const label = respondent.page.locator('#q1 label').nth(2);
    const empty = await shoot(radio);
    const calm = await shoot(label, 6);
    await radio.check();
    await respondent.page.locator('h1').click();
    const chosen = await shoot(radio);
    await respondent.page.locator('#q2 input').first().focus();
    await respondent.page.keyboard.press('Shift+Tab');
    const focused = await shoot(label, 6);
    expect(contrastWithin(empty)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    expect(contrastBetween(empty, chosen)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    expect(contrastBetween(calm, focused)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    await respondent.close();
  });

  test.each(['send', 'forget'])('the button to %s and its focus show', async (value) => {
    const { respondent, shoot } = await camera();
    const { page } = respondent;
    const button = page.locator(`button[value=${value}]`);
    const calm = await shoot(button, 6);
    await page.locator('#draft').focus();
    await page.keyboard.press(value === 'send' ? 'Shift+Tab' : 'Tab');
    expect(await page.evaluate('document.activeElement.value')).toBe(value);
    const focused = await shoot(button, 6);
    expect(contrastWithin(calm)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    expect(contrastBetween(calm, focused)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
    await respondent.close();
  });
});
