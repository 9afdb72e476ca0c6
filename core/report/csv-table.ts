import { stringify } from 'csv-stringify/sync';
import type { Cell } from './column.ts';
import type { ReportTable } from './report-tables.ts';

/** What makes a spreadsheet take a text for a formula (OWASP, CSV injection). */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

const textOf = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'string') return FORMULA_START.test(cell) ? `'${cell}` : cell;
  return String(cell);
};

/**
 * A table as CSV: RFC 4180 with CRLF, UTF-8 without a byte-order mark, a header line, missing
 * values empty. A text that a spreadsheet would run as a formula starts with an apostrophe;
 * numbers stand as they are.
 */
export const csvTable = ({ columns, cells }: Pick<ReportTable, 'columns' | 'cells'>): string =>
  stringify(
    cells.map((row) => row.map(textOf)),
    {
      header: true,
      columns: columns.map((column) => ({ key: column.name })),
      record_delimiter: '\r\n',
    },
  );
