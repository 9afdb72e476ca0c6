import type { PublishedFile } from '../../schemas/release.ts';
import { csvTable } from './csv-table.ts';
import { reportPage } from './html/report-page.ts';
import { prioritiesJson } from './priorities-json.ts';
import { prioritiesXlsx } from './priorities-xlsx.ts';
import type { Report } from './report.ts';
import { reportSchema } from './report-schema.ts';
import { type ReportTable, reportTables } from './report-tables.ts';
import { roundedReport } from './rounded-report.ts';
import { english } from './wording/english.ts';
import { wordings } from './wording/wordings.ts';

/** One file of a report, with the columns of its table where it is one. */
export type DescribedFile = {
  readonly path: string;
  readonly mediaType: string;
  readonly description: string;
  readonly content: string | Uint8Array;
  readonly columns?: ReportTable['columns'];
};

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const JSON_TYPE = 'application/json';

const csvFile = (table: ReportTable): DescribedFile => ({
  path: `${table.name}.csv`,
  mediaType: CSV,
  description: table.description,
  content: csvTable(table),
  columns: table.columns,
});

/**
 * The data files of a report: all but its pages, which name the hashes of these, and its
 * `datapackage.json`, which describes all. The same report gives the same bytes.
 */
export const reportFiles = async (report: Report): Promise<readonly DescribedFile[]> => {
  const tables = reportTables(report);
  return [
    {
      path: 'priorities.json',
      mediaType: JSON_TYPE,
      description: 'The whole report: what the tables hold, with the poll and how to read it.',
      content: prioritiesJson(report, tables),
    },
    {
      // Readers of data packages take what ends in `schema.json` alone for the schema of a table.
      path: 'priorities.jsonschema.json',
      mediaType: JSON_TYPE,
      description: 'JSON Schema of priorities.json.',
      content: reportSchema(report),
    },
    ...tables.map(csvFile),
    {
      path: 'priorities.xlsx',
      mediaType: XLSX,
      description: 'The tables as one workbook, with what to know first and what columns hold.',
      content: await prioritiesXlsx(report, tables),
    },
  ];
};

/**
 * A report as pages to be read, one a language: `report.html` in English, `report.es.html` in
 * Spanish. A page for each keeps every page in one language, for those who print it and those
 * who listen to it, and small.
 *
 * @param data the report's data files as they are published, whose hashes the pages name
 */
export const reportPages = (
  report: Report,
  data: readonly PublishedFile[],
): readonly DescribedFile[] => {
  const rounded = roundedReport(report);
  return wordings.map((wording) => ({
    path: wording === english ? 'report.html' : `report.${wording.language}.html`,
    mediaType: 'text/html; charset=utf-8',
    description: `The report to be read, in one page (language: ${wording.language}).`,
    content: reportPage(rounded, data, wording),
  }));
};
