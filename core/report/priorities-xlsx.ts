import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeWorkbook, { type Row, type Sheet } from 'write-excel-file/universal';
import type { Cell, Column } from './column.ts';
import { openingWords } from './opening-words.ts';
import type { Report } from './report.ts';
import type { ReportTable } from './report-tables.ts';
import { sheetRows } from './sheet-rows.ts';
import { titleOf } from './title-of.ts';

/** The workbook's writer laid its parts out otherwise than this code expects. */
export class UnknownWorkbookError extends Error {
  override readonly name = 'UnknownWorkbookError';
}

type SheetOf = Sheet<Blob>;

const WIDEST = 60;
const NARROWEST = 9;
const PADDING = 2;
const PROSE_WIDTH = 110;
const ROWS_LOOKED_AT = 200;
const HEADER_ROWS = 1;
const END_OF_ROWS = '</sheetData>';
/** Less work than the usual 6, for a file some 8 % larger. */
const EFFORT = 3;

const HEADER = { fontWeight: 'bold', backgroundColor: '#E4E4E4' } as const;

const heading = (text: string) => ({ value: text, type: String, ...HEADER });
const prose = (text: string) => ({ value: text, type: String, wrap: true });

const widthOf = (name: string, cells: readonly Cell[]): number => {
  const longest = Math.max(name.length, ...cells.map((cell) => String(cell ?? '').length));
  return Math.min(WIDEST, Math.max(NARROWEST, longest + PADDING));
};

/** A table without its rows. */
const tableSheet = ({ name, columns, cells }: ReportTable): SheetOf => ({
  sheet: name,
  stickyRowsCount: HEADER_ROWS,
  columns: columns.map((column, index) => ({
    width: widthOf(
      column.name,
      cells.slice(0, ROWS_LOOKED_AT).map((row) => row[index] ?? null),
    ),
  })),
  data: [columns.map(({ name: text }) => heading(text))],
});

const firstSheet = (report: Report): SheetOf => ({
  sheet: 'read first',
  columns: [{ width: PROSE_WIDTH }],
  data: [
    [heading(titleOf(report.definition.title, report.poll))],
    [prose(`${report.kind === 'final' ? 'Final' : 'Interim'} figures as of ${report.asOf}.`)],
    ...openingWords(report).map((words): Row => [prose(words)]),
    [
      prose(
        'What each column holds stands in the sheet "columns". An empty cell is withheld or not defined: the status says which. The sheet "breakdowns" has the headline metric; breakdowns.csv has every metric.',
      ),
    ],
  ],
});

const columnsSheet = (tables: readonly ReportTable[]): SheetOf => ({
  sheet: 'columns',
  stickyRowsCount: 1,
  columns: [{ width: 16 }, { width: 20 }, { width: 10 }, { width: PROSE_WIDTH }],
  data: [
    ['sheet', 'column', 'type', 'what it holds'].map(heading),
    ...tables.flatMap(({ name, columns }) =>
      columns.map((column): Row => describedColumn(name, column)),
    ),
  ],
});

const describedColumn = (
  sheet: string,
  { name, type, description }: Pick<Column<never>, 'name' | 'type' | 'description'>,
): Row => [
  { value: sheet, type: String },
  { value: name, type: String },
  { value: type, type: String },
  prose(description),
];

/**
 * The rankings of groups by the headline metric alone: by every metric they are most of the
 * workbook and most of the time that it takes, and `breakdowns.csv` has them.
 */
const forWorkbook = (table: ReportTable, { definition }: Report): ReportTable => {
  if (table.name !== 'breakdowns') return table;
  const metric = table.columns.findIndex(({ name }) => name === 'metric');
  const kept = new Set<Cell>([definition.headlineMetric, null]);
  return { ...table, cells: table.cells.filter((row) => kept.has(row[metric] ?? null)) };
};

/**
 * The tables as one workbook: what to know first, what the columns hold, then a sheet a table
 * with a frozen header. Numbers are numbers, as they are published. The same report gives the
 * same bytes: no clock is in them.
 *
 * The writer makes all but the tables' rows, which it would take most of the roll-up's time for.
 */
export const prioritiesXlsx = async (
  report: Report,
  tables: readonly ReportTable[],
): Promise<Uint8Array> => {
  const shown = tables.map((table) => forWorkbook(table, report));
  const leading = [firstSheet(report), columnsSheet(tables)];
  const sheets = [...leading, ...shown.map(tableSheet)];
  const frame = await writeWorkbook(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBlob();
  const parts = unzipSync(new Uint8Array(await frame.arrayBuffer()));
  const filled = shown.map(({ cells }, index) => {
    const path = `xl/worksheets/sheet${leading.length + index + 1}.xml`;
    return [path, withRows(parts[path], cells)] as const;
  });
  const options = { mtime: beginningOfZip(), level: EFFORT } as const;
  return zipSync({ ...parts, ...Object.fromEntries(filled) }, options);
};

/** Where the clock of ZIP begins: a local time, as archives hold them, so the same everywhere. */
const beginningOfZip = (): Date => new Date(1980, 0, 1, 12);

const withRows = (part: Uint8Array | undefined, cells: ReportTable['cells']): Uint8Array => {
  const [before, after, ...others] = strFromU8(part ?? new Uint8Array()).split(END_OF_ROWS);
  if (before === undefined || after === undefined || others.length > 0) {
    throw new UnknownWorkbookError(`a sheet of the workbook has no one ${END_OF_ROWS}`);
  }
  return strToU8(`${before}${sheetRows(cells, HEADER_ROWS + 1)}${END_OF_ROWS}${after}`);
};
