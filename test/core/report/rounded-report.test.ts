import { expect, test } from 'vitest';
import { reportPages } from '../../../core/report/report-files.ts';
import { roundedReport } from '../../../core/report/rounded-report.ts';
import { aReport, aRow } from './a-report.ts';

const reportWith = (estimate: number, low: number, disclosureControl?: 'none') =>
  aReport({
    rows: ['items', 'category:training'].map((list) =>
      aRow({ list, estimate, low, high: 0.61, standardError: 0.0417, df: 22.4 }),
    ),
    ...(disclosureControl && { disclosureControl }),
  });

test('pages round what the tables publish, not what these rounded', () => {
  const pages = (estimate: number, low: number) => reportPages(reportWith(estimate, low), []);
  expect(pages(0.4548, 0.3146)).toEqual(pages(0.455, 0.315));
  expect(pages(0.4548, 0.3146)).not.toEqual(pages(0.454, 0.315));
});

test('every figure of a row is as the tables publish it', () => {
  expect(roundedReport(reportWith(0.4548, 0.3146)).rows[0]).toMatchObject({
    estimate: 0.455,
    low: 0.315,
    standardError: 0.042,
    df: 22,
  });
});

test('nothing is rounded where no release rule was applied', () => {
  const report = reportWith(0.4548, 0.3146, 'none');
  expect(roundedReport(report)).toBe(report);
});
