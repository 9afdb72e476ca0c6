import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellTexts } from '../../../command/csv/csv-record.ts';
import { NotCsvError } from '../../../command/csv/not-csv-error.ts';
import { createRecordScanner } from '../../../command/csv/record-scanner.ts';

type Scanned = { readonly line: number; readonly cells: readonly string[] };

/** Scans bytes that come in pieces of these lengths, over and over; each piece is overwritten. */
const scan = (bytes: Uint8Array, pieces: readonly number[] = [bytes.length]): Scanned[] => {
  const records: Scanned[] = [];
  const scanner = createRecordScanner((record) =>
    records.push({ line: record.line, cells: cellTexts(record) }),
  );
  for (let at = 0, piece = 0; at < bytes.length; piece++) {
    const length = Math.max(1, pieces[piece % pieces.length] ?? 1);
    const chunk = bytes.slice(at, at + length);
    scanner.write(chunk);
    chunk.fill(0x22);
    at += length;
  }
  scanner.end();
  return records;
};

const encode = (text: string) => new TextEncoder().encode(text);
const scanText = (text: string): readonly (readonly string[])[] =>
  scan(encode(text)).map(({ cells }) => cells);

const parseWithCsvParse = (bytes: Uint8Array): string[][] =>
  parse(Buffer.from(bytes), {
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  });

/** What a reader makes of a file; every refusal is the same. */
const outcome = (read: () => unknown): unknown => {
  try {
    return read();
  } catch {
    return 'refused';
  }
};

/** Pieces of text that matter to CSV, so that random files are full of them. */
const fragment = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(',', '"', '""', '\n', '\r\n', '\r', '5', 'a b') },
  { weight: 2, arbitrary: fc.constantFrom('"x,y"', '"a""b"', '"\r\n"', ',"",', 'ñ', '😀') },
  { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
);
const MARK = encode('\ufeff');
const X = encode('x');
const anyFile = fc
  .tuple(
    fc.boolean(),
    fc.array(
      fc.oneof(
        { weight: 8, arbitrary: fragment.map(encode) },
        { weight: 1, arbitrary: fc.uint8Array({ min: 0x80, max: 0xff, maxLength: 2 }) },
      ),
      { maxLength: 30 },
    ),
  )
  .map(([mark, parts]) => Uint8Array.from(Buffer.concat([mark ? MARK : X, ...parts])));

const cell = fc.oneof(
  fc.constantFrom('', '5', 'hope-center'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc
    .array(fc.constantFrom('"', ',', '\n', '\r\n', 'x'), { maxLength: 5 })
    .map((parts) => parts.join('')),
);
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const pieces = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const needsQuotes = (text: string) => /[",\r\n]/.test(text);

/** A file that is CSV, with what it holds. */
const wellFormedFile = fc
  .record({
    rows: fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
    end: lineEnd,
    last: fc.boolean(),
    mark: fc.boolean(),
    quoteAll: fc.boolean(),
  })
  .map(({ rows, end, last, mark, quoteAll }) => {
    const lines = rows.map((cells) =>
      cells.map((text) => (quoteAll || needsQuotes(text) ? quoted(text) : text)).join(','),
    );
    const text = `${mark ? '\ufeff' : ''}${lines.join(end)}${last ? end : ''}`;
    return { rows, bytes: encode(text) };
  })
  .filter(({ rows }) => !rows[0]?.[0]?.startsWith('\ufeff'));

describe('createRecordScanner', () => {
  test.each([
    ['LF', 'a,b\n1,2\n'],
    ['CRLF', 'a,b\r\n1,2\r\n'],
    ['CR', 'a,b\r1,2\r'],
    ['nothing after the last line', 'a,b\n1,2'],
    ['a byte-order mark', '\ufeffa,b\n1,2\n'],
    ['blank lines', 'a,b\n\n\r\n1,2\n\n'],
    ['quotes', '"a","b"\n"1","2"'],
  ])('reads a file with %s', (_what, text) => {
    expect(scanText(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('a quoted cell may hold commas, line ends and doubled quotes', () => {
    expect(scanText('"a,""b""\r\n\nc",""\n')).toEqual([['a,"b"\r\n\nc', '']]);
  });

  test('a comma at the end of a line begins an empty cell', () => {
    expect(scanText('a,\n,')).toEqual([
      ['a', ''],
      ['', ''],
    ]);
  });

  test('a record has the line on which it begins, whatever ends lines before it', () => {
    const records = scan(encode('a\r\n\r\n"b\nb\r\nb"\rc\n\nd'));
    expect(records).toEqual([
      { line: 1, cells: ['a'] },
      { line: 3, cells: ['b\nb\r\nb'] },
      { line: 6, cells: ['c'] },
      { line: 8, cells: ['d'] },
    ]);
  });

  test.each([
    ['a quote inside an unquoted cell', 'a,b\n1,2"\n', 2],
    ['characters after a closing quote', 'a,b\n"1\n"x,2\n', 3],
    ['a quote that is never closed', 'a,b\n1,2\n3,"4\n5,6\n', 3],
  ])('%s is refused with its line', (_what, text, line) => {
    expect(() => scanText(text)).toThrow(NotCsvError);
    expect(() => scanText(text)).toThrow(`line ${line}: `);
  });

  test('UTF-16 is refused by its name', () => {
    expect(() => scan(Uint8Array.of(0xff, 0xfe, 0x61, 0))).toThrow('UTF-16');
    expect(() => scan(Uint8Array.of(0xfe, 0xff, 0, 0x61))).toThrow('UTF-16');
  });

  test.each(['"', ''])('a record over 1 MB is refused (begun with %o), not kept', (opening) => {
    const scanner = createRecordScanner(() => {});
    const piece = new Uint8Array(300_000).fill(0x61);
    scanner.write(encode(`a,b\n${opening}`));
    const feed = () => {
      for (let times = 0; times < 5; times++) scanner.write(piece);
    };
    expect(feed).toThrow('line 2: ');
  });

  test('a record of very many cells is read whole', () => {
    const cells = Array.from({ length: 5000 }, (_, index) => `c${index}`);
    expect(scanText(cells.join(','))).toEqual([cells]);
  });

  test('well-formed files are read as csv-parse reads them, however they are cut', () => {
    fc.assert(
      fc.property(wellFormedFile, pieces, ({ bytes }, lengths) => {
        expect(scan(bytes, lengths).map(({ cells }) => cells)).toEqual(parseWithCsvParse(bytes));
      }),
      { numRuns: 2000 },
    );
  });

  test('whatever the bytes, it reads or refuses what csv-parse reads or refuses', () => {
    fc.assert(
      fc.property(anyFile, pieces, (bytes, lengths) => {
        const ours = outcome(() => scan(bytes, lengths).map(({ cells }) => cells));
        expect(ours).toEqual(outcome(() => parseWithCsvParse(bytes)));
      }),
      { numRuns: 5000 },
    );
  });

  test('how a file is cut changes neither records nor lines', () => {
    fc.assert(
      fc.property(anyFile, pieces, (bytes, lengths) => {
        expect(outcome(() => scan(bytes, lengths))).toEqual(outcome(() => scan(bytes)));
      }),
      { numRuns: 2000 },
    );
  });
});
