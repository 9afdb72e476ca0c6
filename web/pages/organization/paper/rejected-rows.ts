import type { RejectedRow } from './imports.ts';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Rejected rows as the file that the command for ranking writes of its own: RFC 4180. */
export const rejectedRowsCsv = (rows: readonly RejectedRow[]): string =>
  [
    'line,column,reason\r\n',
    ...rows.map(
      ({ line, column = '', expected }) =>
        `${line},${column && quoted(column)},${quoted(`expected ${expected}`)}\r\n`,
    ),
  ].join('');
