import { describe, expect, test } from 'vitest';
import { sheetRows } from '../../../core/report/sheet-rows.ts';

describe('sheetRows', () => {
  test('rows are numbered from the first one given, cells by column and row', () => {
    expect(sheetRows([[1], [2]], 5)).toBe(
      '<row r="5"><c r="A5"><v>1</v></c></row><row r="6"><c r="A6"><v>2</v></c></row>',
    );
  });

  test('numbers, truth values and texts keep their kind', () => {
    expect(sheetRows([[-0.5, true, false, 'x']], 2)).toBe(
      '<row r="2"><c r="A2"><v>-0.5</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="b"><v>0</v></c><c r="D2" t="inlineStr"><is><t>x</t></is></c></row>',
    );
  });

  test('a missing value has no cell, and leaves those after it in their columns', () => {
    expect(sheetRows([[null, '', 3]], 2)).toBe('<row r="2"><c r="C2"><v>3</v></c></row>');
  });

  test('what XML would take for markup is escaped, and spaces at the ends are kept', () => {
    expect(sheetRows([[' a & <b>']], 2)).toContain(
      '<t xml:space="preserve"> a &amp; &lt;b&gt;</t>',
    );
  });

  test('what XML cannot hold is left out', () => {
    expect(sheetRows([['a\u0000\u001fb']], 2)).toContain('<t>ab</t>');
  });

  test('a text that is the name of something every object has is a text', () => {
    expect(sheetRows([['constructor', '__proto__']], 2)).toContain('<t>__proto__</t>');
  });

  test('the 27th column is AA', () => {
    expect(sheetRows([Array.from({ length: 27 }, () => 1)], 2)).toContain('<c r="AA2">');
  });

  test('no rows are nothing', () => {
    expect(sheetRows([], 2)).toBe('');
  });
});
