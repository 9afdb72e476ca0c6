import { getCellAddress, sanitizeTextContent } from 'write-excel-file/utility';
import type { Cell } from './column.ts';

/**
 * The rows of a sheet as SpreadsheetML: numbers as numbers, texts in place, no cell where a
 * value is missing.
 *
 * Source: ECMA-376 part 1, sections 18.3.1.4 (c), 18.3.1.73 (row) and 18.18.11 (ST_CellType).
 *
 * @param first the number of the first row, from 1
 */
export const sheetRows = (rows: readonly (readonly Cell[])[], first: number): string => {
  const textCell = textCells();
  const letters = (rows[0] ?? []).map((_cell, index) => getCellAddress(0, index).slice(0, -1));
  const contentOf = (cell: Cell): string => {
    if (typeof cell === 'number') return `"><v>${cell}</v></c>`;
    if (typeof cell === 'boolean') return `" t="b"><v>${cell ? 1 : 0}</v></c>`;
    return textCell(cell ?? '');
  };
  const rowOf = (row: readonly Cell[], number: number): string =>
    row.reduce<string>(
      (xml, cell, column) =>
        isMissing(cell) ? xml : `${xml}<c r="${letters[column]}${number}${contentOf(cell)}`,
      `<row r="${number}">`,
    );
  return rows.reduce<string>((xml, row, index) => `${xml}${rowOf(row, first + index)}</row>`, '');
};

const isMissing = (cell: Cell): boolean => cell === null || cell === '';

/** Texts come up in row after row; each is made fit for XML once. */
const textCells = (): ((text: string) => string) => {
  const made = new Map<string, string>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const space = text.trim() === text ? '' : ' xml:space="preserve"';
    const cell = `" t="inlineStr"><is><t${space}>${sanitizeTextContent(text)}</t></is></c>`;
    made.set(text, cell);
    return cell;
  };
};
