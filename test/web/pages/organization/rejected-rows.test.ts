import { expect, it } from 'vitest';
import { rejectedRowsCsv } from '../../../../web/pages/organization/paper/rejected-rows.ts';

it('rejectedRowsCsv writes RFC 4180, of rows without a column, too', () => {
  const rows = [
    { line: 2, column: 'a,b', expected: 'a level, or "nothing"' },
    { line: 7, expected: 'an answer' },
  ];
  expect(rejectedRowsCsv(rows)).toBe(
    'line,column,reason\r\n2,"a,b","expected a level, or ""nothing"""\r\n7,,"expected an answer"\r\n',
  );
});
