import { type Markup, markup, type Part } from './markup.ts';

/** One cell: what it holds, whether it names its row, and whether a card gives it all its width. */
export type TableCell = {
  readonly content: Part;
  readonly heading?: boolean;
  readonly wide?: boolean;
};

/**
 * A table that stays one when a narrow screen lays its rows out as cards: the roles are written
 * out because `display: block` takes them away, and each cell repeats its column's name.
 *
 * @param caption what the table shows
 * @param kind a class of the style sheet, for tables whose columns are to stand one below the other
 */
export const dataTable = (
  caption: Part,
  columns: readonly string[],
  rows: readonly (readonly TableCell[])[],
  kind: string | false = false,
): Markup =>
  markup`<table role="table"${kind && markup` class="${kind}"`}><caption>${caption}</caption><thead role="rowgroup"><tr role="row">${columns.map(
    (column) => markup`<th role="columnheader" scope="col">${column}</th>`,
  )}</tr></thead><tbody role="rowgroup">${rows.map(
    (cells) =>
      markup`<tr role="row">${cells.map((cell, index) => drawn(cell, columns[index] ?? ''))}</tr>`,
  )}</tbody></table>`;

const drawn = ({ content, heading = false, wide = false }: TableCell, column: string): Markup =>
  heading
    ? markup`<th role="rowheader" scope="row">${content}</th>`
    : markup`<td role="cell"${wide && markup` class="wide"`} data-column="${column}"><div>${content}</div></td>`;
