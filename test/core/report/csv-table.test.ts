import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column } from '../../../core/report/column.ts';
import { csvTable as csvOf } from '../../../core/report/csv-table.ts';

type Row = { readonly text: string; readonly number: number | null };
const columns: readonly Column<Row>[] = [
  { name: 'text', type: 'string', description: '', cell: (row) => row.text },
  { name: 'number', type: 'number', description: '', cell: (row) => row.number },
];

const csvTable = (rows: readonly Row[]): string =>
  csvOf({ columns, cells: rows.map((row) => columns.map((column) => column.cell(row))) });

describe('csvTable', () => {
  test('starts with the header, ends every line with CRLF, and has no byte-order mark', () => {
    expect(csvTable([{ text: 'a', number: 1 }])).toBe('text,number\r\na,1\r\n');
  });

  test('without rows is the header alone', () => {
    expect(csvTable([])).toBe('text,number\r\n');
  });

  test('a missing value is an empty field', () => {
    expect(csvTable([{ text: 'a', number: null }])).toContain('\r\na,\r\n');
  });

  test('negative numbers and small ones stand as they are', () => {
    const text = csvTable([
      { text: 'a', number: -0.25 },
      { text: 'b', number: 1e-7 },
    ]);
    expect(text).toContain('\r\na,-0.25\r\nb,1e-7\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
    'a text such as %j is kept from being run as a formula',
    (text) => {
      const [, record] = parse(csvTable([{ text, number: 0 }]));
      expect(record?.[0]).toBe(`'${text}`);
    },
  );

  test('whatever the text, a reader of RFC 4180 gets it back, but for the apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (texts) => {
        const csv = csvTable(texts.map((text) => ({ text, number: 1 })));
        const records: string[][] = parse(csv, { record_delimiter: '\r\n' });
        expect(
          records.slice(1).map(([text]) => text?.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/u, '')),
        ).toEqual(texts.map((text) => text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/u, '')));
      }),
    );
  });
});
