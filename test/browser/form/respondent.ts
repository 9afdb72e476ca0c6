import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { FormSite } from './form-site.ts';

/** What a respondent sees and presses in each language. */
export const LANGUAGES = {
  en: {
    agree: 'Strongly agree',
    neutral: 'Neutral',
    clear: 'Clear',
    send: 'Send my answers',
    sent: 'Your answers were sent',
    check: 'Check your answers',
    next: 'Next: check and send',
    change: 'Change my answers',
    changing: 'Change your answers',
    takeBack: 'Take back my answers',
    yes: 'Yes, take them back',
    takenBack: 'You took back your answers',
    waiting: 'Waiting to send',
    problem: 'There is a problem',
    other: 'Español',
  },
  es: {
    agree: 'Totalmente de acuerdo',
    neutral: 'Neutral',
    clear: 'Borrar',
    send: 'Enviar mis respuestas',
    sent: 'Sus respuestas se enviaron',
    check: 'Revise sus respuestas',
    next: 'Siguiente: revisar y enviar',
    change: 'Cambiar mis respuestas',
    changing: 'Cambiar sus respuestas',
    takeBack: 'Retirar mis respuestas',
    yes: 'Sí, retirarlas',
    takenBack: 'Retiró sus respuestas',
    waiting: 'Esperando para enviar',
    problem: 'Hay un problema',
    other: 'English',
  },
} as const;
export type LanguageCode = keyof typeof LANGUAGES;
export const CODES = Object.keys(LANGUAGES) as LanguageCode[];

/** Notes every layout shift, whatever caused it, from the first byte on. */
const OBSERVE_SHIFTS = `
  window.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** Somebody with a browser of their own: nothing is shared with anyone else's. */
export const aRespondent = async (
  browser: Browser,
  site: FormSite,
  options: BrowserContextOptions = {},
) => {
  const context = await browser.newContext({ locale: 'en-US', ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
  });
  if (options.javaScriptEnabled !== false) await page.addInitScript(OBSERVE_SHIFTS);
  return {
    page,
    context,
    requests,
    /** Errors of the page's script, and what its policy kept it from. */
    complaints,
    open: (path: string) => page.goto(`${site.url}${path}`),
    close: () => context.close(),
  };
};
export type Respondent = Awaited<ReturnType<typeof aRespondent>>;

/** The group of radios of the item at a place, from 1 on. */
export const question = (page: Page, number: number): Locator => page.locator(`#q${number}`);

/** Chooses a level of an item. */
export const answer = (page: Page, number: number, level: string): Promise<void> =>
  question(page, number).getByLabel(level, { exact: true }).check();

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

const MOST_STOPS = 60;

/** Presses Tab until a control of this name has the focus, or the one of this value among them. */
export const tabTo = async (page: Page, name: string, value?: string): Promise<void> => {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<readonly unknown[]>(
      '[document.activeElement.name, document.activeElement.value]',
    );
    if (focused[0] === name && (value === undefined || focused[1] === value)) return;
  }
  throw new Error(`no ${name} within ${MOST_STOPS} presses of Tab`);
};

/** Waits for a heading, which is where a state begins. */
export const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { name, exact: true }).waitFor();

/** The private link that the page shows. */
export const shownLink = async (page: Page): Promise<string> => {
  const href = await page.locator('.link a').getAttribute('href');
  expect(href).toMatch(/#[\w-]{22}$/);
  return String(href);
};

/** Waits until the worker is there and has everything that it needs without a network. */
export const readyForOffline = (page: Page): Promise<void> =>
  expect
    .poll(
      () =>
        page.evaluate(`navigator.serviceWorker.controller && caches.open('groundswell')
          .then((cache) => cache.match('/p/aloud.js')).then(Boolean)`),
      { timeout: 20_000 },
    )
    .toBe(true);

/** What lies on the device under our names. */
export const keptNames = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(
    `caches.open('groundswell').then((cache) => cache.keys())
      .then((keys) => keys.map(({ url }) => new URL(url).pathname).filter((path) => path.startsWith('/p/~/')))`,
  );
