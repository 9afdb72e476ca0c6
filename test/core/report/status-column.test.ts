import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { dataPackage } from '../../../core/report/data-package.ts';
import { prioritiesXlsx } from '../../../core/report/priorities-xlsx.ts';
import { reportTables } from '../../../core/report/report-tables.ts';
import { english } from '../../../core/report/wording/english.ts';
import { spanish } from '../../../core/report/wording/spanish.ts';
import { FigureStatus, statusMeanings } from '../../../schemas/figure-status.ts';
import { reportJsonSchema } from '../../../schemas/report.ts';
import { aReport } from './a-report.ts';

const report = aReport();
const tables = reportTables(report).filter(({ name }) => name !== 'participation');
const published = { path: 'a-table.csv', bytes: 1, sha256: 'ab'.repeat(32) };
const described = JSON.parse(
  dataPackage(
    report,
    '000001-abcdefabcdef',
    tables.map(({ name, description, columns }) => ({
      file: { path: `${name}.csv`, mediaType: 'text/csv', content: '', description, columns },
      published,
    })),
  ),
);

type Field = {
  readonly name: string;
  readonly description: string;
  readonly constraints?: { readonly enum: readonly string[] };
};
const fields: readonly (readonly [string, Field | undefined])[] = described.resources.map(
  ({ path, schema }: { path: string; schema: { fields: readonly Field[] } }) => [
    path,
    schema.fields.find(({ name }) => name === 'status'),
  ],
);

const said = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&apos;', "'");

describe.each(FigureStatus.options)('the status %s', (status) => {
  const meaning = `"${status}": ${statusMeanings[status]}`;

  test('stands with its meaning in the description of every table that has a status', () => {
    expect(fields.map(([path]) => path)).toEqual([
      'priorities.csv',
      'categories.csv',
      'breakdowns.csv',
      'distribution.csv',
    ]);
    for (const [, field] of fields) {
      expect(field?.description).toContain(meaning);
      expect(field?.constraints?.enum).toContain(status);
    }
  });

  test('stands with its meaning in the sheet of columns of the workbook', async () => {
    const parts = unzipSync(await prioritiesXlsx(report, reportTables(report)));
    const text = Object.entries(parts)
      .filter(([path]) => /sharedStrings|sheet2\.xml/.test(path))
      .map(([, bytes]) => said(strFromU8(bytes)))
      .join('');
    expect(text).toContain(meaning);
  });

  test('stands with its meaning in the JSON Schema', () => {
    expect(said(JSON.stringify(reportJsonSchema())).replaceAll('\\"', '"')).toContain(meaning);
  });

  test.each([english, spanish])('but "shown" has words on the pages', (wording) => {
    const words = wording.status(status, report.definition, 'respondent');
    expect(words === status).toBe(status === 'shown');
  });
});

test('a breakdown without groups has a status of its own, with its meaning', () => {
  const [, field] = fields.find(([path]) => path === 'breakdowns.csv') ?? [];
  expect(field?.description).toContain('"fewer-than-two-groups": the whole breakdown is withheld');
  expect(field?.constraints?.enum).toContain('fewer-than-two-groups');
});
