import type { Fault } from '../../../../schemas/problem.ts';

/** A file to begin with: every kind of column once. */
export const SAMPLE_CSV = `id,name,name:es,expectedResponses,peopleServed,attribute:region
harbor-lights,Harbor Lights,Luces del Puerto,150,420,coast
hope-house,Hope House,Casa Esperanza,60,180,valley
new-roads,New Roads,Nuevos Caminos,40,95,mountains
`;

/** A file's text, or that it is not in UTF-8: another encoding would spoil names unseen. */
export const csvTextOf = (
  bytes: ArrayBuffer,
): { readonly kind: 'text'; readonly text: string } | { readonly kind: 'notUtf8' } => {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'notUtf8' };
  }
};

/** Whether columns are parted by semicolons, as spreadsheets do in some countries. */
export const hasSemicolons = (text: string): boolean => {
  const [header = ''] = text.trimStart().split(/\r?\n/);
  return header.includes(';') && !header.includes(',');
};

/** A fault of a file: its line (the header is 1), the column where one is meant, and what is expected. */
export type LineFault = {
  readonly line: number | null;
  readonly column: string;
  readonly expected: string;
};

const HEADER_LINE = 1;

/** Tells faults of a file by its lines, in their order. */
export const lineFaults = (faults: readonly Fault[]): readonly LineFault[] =>
  faults
    .map(({ pointer, expected }): LineFault => {
      const [, part, row, ...column] = pointer.split('/');
      const [, told, rest = expected] = /^line (\d+): (.*)$/s.exec(expected) ?? [];
      if (part === 'columns') {
        const place = row === undefined ? '' : `${Number(row) + 1}`;
        return { line: HEADER_LINE, column: place, expected };
      }
      const counted = row === undefined ? null : Number(row) + HEADER_LINE + 1;
      return {
        line: told === undefined ? counted : Number(told),
        column: column.join('/').replaceAll('~1', '/').replaceAll('~0', '~'),
        expected: rest,
      };
    })
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
