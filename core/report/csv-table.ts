import type { Cell } from './column.ts';
import type { ReportTable } from './report-tables.ts';

/** What a field can hold between quotes alone (RFC 4180, section 2.6). */
const NEEDS_QUOTES = /[",\r\n]/;
const END_OF_RECORD = '\r\n';

/** What makes a spreadsheet take a text for a formula (OWASP, CSV injection). */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

const fieldOf = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'string') return quoted(FORMULA_START.test(cell) ? `'${cell}` : cell);
  return String(cell);
};

const quoted = (text: string): string =>
  NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const recordOf = (cells: readonly Cell[]): string =>
  `${cells.map(fieldOf).join(',')}${END_OF_RECORD}`;

/**
 * A table as CSV: RFC 4180 with CRLF, UTF-8 without a byte-order mark, a header line, missing
 * values empty. A text that a spreadsheet would run as a formula starts with an apostrophe;
 * numbers stand as they are.
 */
export const csvTable = ({ columns, cells }: Pick<ReportTable, 'columns' | 'cells'>): string =>
  [columns.map(({ name }) => name), ...cells].map(recordOf).join('');
