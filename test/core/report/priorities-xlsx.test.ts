import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { prioritiesXlsx } from '../../../core/report/priorities-xlsx.ts';
import type { Report } from '../../../core/report/report.ts';
import { reportTables } from '../../../core/report/report-tables.ts';
import { aReport, aRow } from './a-report.ts';

const workbookOf = (report: Report) => prioritiesXlsx(report, reportTables(report));

const partsOf = async (report: Report): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    Object.entries(unzipSync(await workbookOf(report))).map(([path, bytes]) => [
      path,
      strFromU8(bytes),
    ]),
  );

describe('prioritiesXlsx', () => {
  test('has a sheet to read first, one that explains the columns, and one a table', async () => {
    const { 'xl/workbook.xml': workbook = '' } = await partsOf(aReport());
    expect([...workbook.matchAll(/<sheet [^>]*?name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'read first',
      'columns',
      'priorities',
      'categories',
      'breakdowns',
      'distribution',
      'participation',
    ]);
  });

  test('opens as every report does', async () => {
    const { 'xl/sharedStrings.xml': strings } = await partsOf(aReport());
    expect(strings).toContain('1,210 people answered through 24 of the 26 organizations asked');
    expect(strings).toContain('not a random sample');
  });

  test('numbers are numbers, as they are published, and headers are frozen', async () => {
    const { 'xl/worksheets/sheet3.xml': sheet } = await partsOf(aReport());
    expect(sheet).toMatch(/<c r="L2"(?: s="\d+")?(?: t="n")?><v>0\.618<\/v>/);
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('<cols>');
  });

  test('a text that looks like a formula is a text', async () => {
    const report = aReport({ rows: [aRow({ id: '=1+1' })] });
    const parts = await partsOf(report);
    expect(parts['xl/worksheets/sheet3.xml']).not.toContain('<f>');
    expect(parts['xl/worksheets/sheet3.xml']).toContain('t="inlineStr"><is><t>=1+1</t></is></c>');
  });

  test('the same report gives the same bytes on another day', async () => {
    const first = await workbookOf(aReport());
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
    try {
      expect(await workbookOf(aReport())).toEqual(first);
    } finally {
      vi.useRealTimers();
    }
  });

  test('the same report gives the same bytes in another time zone', async () => {
    const first = await workbookOf(aReport());
    vi.stubEnv('TZ', 'Pacific/Auckland');
    try {
      expect(await workbookOf(aReport())).toEqual(first);
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
