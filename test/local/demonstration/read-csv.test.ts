import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../local/demonstration/read-csv.ts';

describe('readCsv(text)', () => {
  test('names each value by the heading', () => {
    expect(readCsv('a,b\r\n1,\r\n2,3\r\n')).toEqual([
      { a: '1', b: '' },
      { a: '2', b: '3' },
    ]);
  });

  test('takes commas, quotes and line breaks inside quotes', () => {
    expect(readCsv('a,b\r\n"x, ""y""","two\r\nlines"')).toEqual([
      { a: 'x, "y"', b: 'two\r\nlines' },
    ]);
  });

  test('is empty for a heading alone', () => {
    expect(readCsv('a,b\r\n')).toEqual([]);
  });
});
