import { type Markup, markup, type Part } from './markup.ts';

/** One cell: what it holds, and whether it names its row. */
export type TableCell = { readonly content: Part; readonly heading?: boolean };

/**
 * A table that stays one when a narrow screen lays its rows out as cards: the roles are written
 * out because `display: block` takes them away, and each cell repeats its column's name.
 *
 * @param caption what the table shows
 */
export const dataTable = (
  caption: Part,
  columns: readonly string[],
  rows: readonly (readonly TableCell[])[],
): Markup =>
  markup`<table role="table"><caption>${caption}</caption><thead role="rowgroup"><tr role="row">${columns.map(
    (column) => markup`<th role="columnheader" scope="col">${column}</th>`,
  )}</tr></thead><tbody role="rowgroup">${rows.map(
    (cells) =>
      markup`<tr role="row">${cells.map((cell, index) => drawn(cell, columns[index] ?? ''))}</tr>`,
  )}</tbody></table>`;

const drawn = ({ content, heading = false }: TableCell, column: string): Markup =>
  heading
    ? markup`<th role="rowheader" scope="row">${content}</th>`
    : markup`<td role="cell" data-column="${column}"><div>${content}</div></td>`;
