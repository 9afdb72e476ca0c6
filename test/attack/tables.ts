/** Who answered an item in some units: `counts[unit][column]`, a column being some of the levels. */
export type Table = readonly (readonly number[])[];

/** The answers of each unit, and those of each column. */
type Margins = { readonly rows: readonly number[]; readonly columns: readonly number[] };

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

export function marginsOf(table: Table): Margins {
  const columns = (table[0] ?? []).map((_, column) => sum(table.map((row) => row[column] ?? 0)));
  return { rows: table.map(sum), columns };
}

/** The fullest column: whoever is in none of the others is in it. */
const fullest = (columns: readonly number[]): number => columns.indexOf(Math.max(...columns));

/** No more tables than these have the margins of a table. */
export function mostTables(table: Table): number {
  const { rows, columns } = marginsOf(table);
  const others = columns.filter((_, column) => column !== fullest(columns));
  return others.reduce((product, people) => product * waysToPlace(people, rows), 1);
}

/** In how many ways so many people can be spread over places of such room. */
function waysToPlace(people: number, rooms: readonly number[]): number {
  let ways = [1, ...new Array<number>(people).fill(0)];
  for (const room of rooms) {
    let window = 0;
    ways = ways.map((one, total) => {
      window += one - (ways[total - room - 1] ?? 0);
      return window;
    });
  }
  return ways[people] ?? 0;
}

/** Every table with the margins of a table, itself among them. */
export function* tablesLike(table: Table): Generator<Table> {
  const { rows, columns } = marginsOf(table);
  const common = fullest(columns);
  const others = columns.flatMap((_, column) => (column === common ? [] : [column]));
  const cells = rows.map((row) => columns.map((_, column) => (column === common ? row : 0)));
  yield* placed(0);

  function* placed(place: number): Generator<Table> {
    const column = others[place];
    if (column === undefined) yield cells.map((row) => [...row]);
    else yield* placedInColumn(place, column, 0, columns[column] ?? 0);
  }

  function* placedInColumn(
    place: number,
    column: number,
    unit: number,
    left: number,
  ): Generator<Table> {
    const row = cells[unit];
    if (!row) {
      if (left === 0) yield* placed(place + 1);
      return;
    }
    const room = row[common] ?? 0;
    for (let people = 0; people <= Math.min(room, left); people += 1) {
      row[common] = room - people;
      row[column] = people;
      yield* placedInColumn(place, column, unit + 1, left - people);
    }
    row[common] = room;
    row[column] = 0;
  }
}

/** The tables' sum, cell by cell. */
export const addTables = (tables: readonly Table[]): Table =>
  tables.length === 1 && tables[0]
    ? tables[0]
    : (tables[0] ?? []).map((row, unit) =>
        row.map((_, column) => sum(tables.map((table) => table[unit]?.[column] ?? 0))),
      );

/**
 * How many more numbers than one a cell can be by a table's margins alone, to someone who knows
 * one unit's row.
 */
export function freedomOf(table: Table, unit: number, column: number, own: number | null): number {
  const { rows, columns } = marginsOf(table);
  const known = own === null ? [] : (table[own] ?? []);
  const row = rows[unit] ?? 0;
  const inColumn = (columns[column] ?? 0) - (known[column] ?? 0);
  const others = sum(rows) - sum(known) - row;
  return Math.min(row, inColumn) - Math.max(0, inColumn - others);
}
