import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../core/report/report.ts';
import { reportPages } from '../../core/report/report-files.ts';
import { aFinalReport } from '../core/report/a-release.ts';
import { withoutFigures } from '../core/report/without-figures.ts';
import { launchChromium } from './launch-chromium.ts';

const STARTING_MS = 60_000;
const VIEWS = {
  desktop: { viewport: { width: 1100, height: 900 } },
  phone: { viewport: { width: 320, height: 800 }, colorScheme: 'dark' },
  'forced colours': { viewport: { width: 1100, height: 900 }, forcedColors: 'active' },
} as const;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FILES = [{ path: 'priorities.csv', bytes: 12_345, sha256: 'ab'.repeat(32) }];
const final = aFinalReport({ organizations: 40, people: 30, regions: 2 });
const REPORTS: readonly (readonly [string, Report])[] = [
  ['with many organizations', final],
  ['with few organizations', aFinalReport({ organizations: 5, people: 30 })],
  [
    'with voices that disagree',
    aFinalReport({ ...{ organizations: 120, people: 30, large: 40 }, categories: 2 }),
  ],
  ['with everything withheld', withoutFigures(final, 'too-few-answers')],
  [
    'with long names',
    aFinalReport({
      ...{ organizations: 20, people: 30, levels: 7 },
      title: (name) => `${name}: ${'what a state might do for recovery-organizations '.repeat(4)}`,
    }),
  ],
];

let browser: Browser | undefined;

const look = async (html: string, view: keyof typeof VIEWS) => {
  const page = await browser?.newPage({ ...VIEWS[view], bypassCSP: true });
  if (!page) throw new Error('no browser');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.setContent(html);
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - window.innerWidth',
  );
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  await page.close();
  return { requests, overflow, violations: violations.map(({ id, help }) => `${id}: ${help}`) };
};

describe('report.html in a browser', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  }, STARTING_MS);
  afterAll(() => browser?.close());

  describe.each(REPORTS)('%s', (_what, report) => {
    test.each(['desktop', 'phone', 'forced colours'] as const)(
      'on %s has no axe violation, sends no request and needs no sideways scrolling',
      async (view) => {
        for (const { content } of reportPages(report, FILES)) {
          const { requests, overflow, violations } = await look(String(content), view);
          expect(violations).toEqual([]);
          expect(requests).toEqual([]);
          expect(overflow).toBeLessThanOrEqual(0);
        }
      },
      STARTING_MS,
    );
  });
});
