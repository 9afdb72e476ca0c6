/** What a cell can hold; null is a missing value. */
export type Cell = string | number | boolean | null;

/** One column of a table: its name, what it holds, and how a row fills it. */
export type Column<Row> = {
  readonly name: string;
  /** The type's name in Data Package's table schema. */
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'date';
  readonly description: string;
  readonly cell: (row: Row) => Cell;
  /** How a row fills it where nothing is rounded, if `cell` rounds. */
  readonly exact?: { readonly description: string; readonly cell: (row: Row) => Cell };
  /** The values that can stand here, where they are few. */
  readonly values?: readonly string[];
};
