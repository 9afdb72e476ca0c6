import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const DESKTOP = { viewport: { width: 1280, height: 900 } };
export const PHONE = { viewport: { width: 320, height: 800 } };

/**
 * What axe finds: WCAG 2.2 A and AA, and best practices; or by some rules of it alone. It stays in
 * a page that has it.
 */
export const axeViolations = async (
  page: Page,
  rules?: readonly string[],
): Promise<readonly string[]> => {
  if (!(await page.evaluate('!!self.axe'))) await page.evaluate(AXE);
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS };
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run({ runOnly: ${JSON.stringify(runOnly)} })`,
  );
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.target} ${nodes[0]?.failureSummary})`,
  );
};

/** By how many pixels the page is wider than the screen. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');

/** Holds a page to axe, light and dark, and to no sideways scroll, on a phone and a desktop. */
export const expectAccessible = async (page: Page): Promise<void> => {
  for (const { viewport } of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await axeViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeViolations(page, ['color-contrast'])).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  }
};

const SMALL_TARGETS = `[...document.querySelectorAll('a, button, summary, label, input')]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }))
  .filter((element) => !element.closest('label') || element.matches('label'))
  .filter((element) => !element.matches('label[for]') && !element.matches('.skip, [type=hidden]'))
  .filter((element) => !element.matches('label:has(input:not([type=radio], [type=checkbox]))'))
  .map((element) => [element, element.getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 44 || height < 44)
  .map(([element, { width, height }]) =>
    element.outerHTML.slice(0, 60) + ' ' + Math.round(width) + ' x ' + Math.round(height))`;

/** What can be pressed and is smaller than 44 x 44 pixels. */
export const smallTargets = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(SMALL_TARGETS);

const UNGROUPED = `[...document.querySelectorAll('[type=radio]')].filter((radio) => {
  const group = radio.closest('fieldset');
  const named = group?.querySelector(':scope > legend')?.textContent.trim();
  return !named || [...document.getElementsByName(radio.name)].some((other) => !group.contains(other));
}).length`;

/** How many radios stand in no named group of their item alone. */
export const ungroupedRadios = (page: Page): Promise<number> => page.evaluate<number>(UNGROUPED);

/** Colours of a picture, row by row. */
export type Picture = { readonly width: number; readonly pixels: Uint8Array };

const DECODE = `async (base64) => {
  const blob = await (await fetch('data:image/png;base64,' + base64)).blob();
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const reader = new FileReader();
  const read = new Promise((resolve) => { reader.onload = resolve; });
  reader.readAsDataURL(new Blob([data]));
  await read;
  return { width: bitmap.width, pixels: reader.result.split(',')[1] };
}`;

/** Decodes screenshots in a page of their own, which no policy keeps from it. */
export const createDarkroom = async (context: BrowserContext) => {
  const page = await context.newPage();
  return async (png: Buffer): Promise<Picture> => {
    const { width, pixels } = await page.evaluate<{ width: number; pixels: string }>(
      `(${DECODE})(${JSON.stringify(png.toString('base64'))})`,
    );
    return { width, pixels: Buffer.from(pixels, 'base64') };
  };
};

const channel = (value: number): number => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

type Colour = readonly [number, number, number];

const luminance = ([red, green, blue]: Colour): number =>
  0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);

/** The contrast of two colours as WCAG 2 defines it. */
export const contrast = (one: Colour, other: Colour): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const coloursOf = ({ pixels }: Picture): readonly Colour[] =>
  Array.from({ length: pixels.length / 4 }, (_, index) => [
    pixels[index * 4] ?? 0,
    pixels[index * 4 + 1] ?? 0,
    pixels[index * 4 + 2] ?? 0,
  ]);

/** The strongest contrast within a picture to the colour of its corner: whether anything shows. */
export const contrastWithin = (picture: Picture): number => {
  const colours = coloursOf(picture);
  const [corner] = colours;
  return corner ? Math.max(...colours.map((colour) => contrast(colour, corner))) : 1;
};

/** The strongest contrast between two pictures at the same place: what a change shows. */
export const contrastBetween = (before: Picture, after: Picture): number => {
  const later = coloursOf(after);
  return Math.max(
    ...coloursOf(before).map((colour, index) => contrast(colour, later[index] ?? colour)),
  );
};
