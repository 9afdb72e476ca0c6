import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column } from '../../../core/report/column.ts';
import { csvTable as csvOf } from '../../../core/report/csv-table.ts';
import { propertyRuns } from '../../property-runs.ts';

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

  test('a text with any line break stands between quotes', () => {
    expect(csvTable([{ text: 'a\nb', number: 1 }])).toContain('\r\n"a\nb",1\r\n');
    expect(csvTable([{ text: 'a\rb', number: 1 }])).toContain('\r\n"a\rb",1\r\n');
  });

  test('whatever the texts, it writes the bytes that csv-stringify does', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', ' ', 'a', 'é') }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (rows) => {
        const names = ['a', 'b'];
        const options = { record_delimiter: '\r\n', quote_record_delimiter: true };
        const texts = rows.map((row) =>
          row.map((one) => one.replace(/^[=+\-@\t\r\n＝＋－＠]/u, "'$&")),
        );
        const judge = stringify([names, ...texts], options);
        const described = names.map((name) => ({ name, type: 'string', description: '' }) as const);
        expect(csvOf({ columns: described, cells: rows })).toBe(judge);
      }),
      { numRuns: propertyRuns(50) },
    );
  });

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
