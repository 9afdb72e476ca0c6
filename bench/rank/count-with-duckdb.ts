import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * Counts a CSV file by organization, item and level with DuckDB, in a process of its own:
 * `node count-with-duckdb.ts FOLDER FILE FORM ITEM...`, where FORM is one of the two ways to ask
 * for it. Prints the milliseconds that the query took, and the counts by item and level.
 */

type DuckDb = {
  readonly DuckDBInstance: {
    readonly create: (path: string) => Promise<{ readonly connect: () => Promise<Connection> }>;
  };
};
type Connection = {
  readonly runAndReadAll: (sql: string) => Promise<{ readonly getRows: () => unknown[][] }>;
};

const [, , folder = '', file = '', form = '', ...items] = process.argv;
const duckDb: DuckDb = createRequire(join(folder, 'package.json'))('@duckdb/node-api');

const from = `read_csv('${file.replaceAll("'", "''")}')`;
const FORMS: Readonly<Record<string, string>> = {
  unpivot: `SELECT organization, item, level, count(*) FROM (UNPIVOT ${from} ON COLUMNS(* EXCLUDE organization) INTO NAME item VALUE level) GROUP BY ALL`,
  histogram: `SELECT organization, ${items.map((item) => `histogram("${item}")`).join()} FROM ${from} GROUP BY organization`,
};

const instance = await duckDb.DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const begun = performance.now();
const result = await connection.runAndReadAll(FORMS[form] ?? '');
const milliseconds = performance.now() - begun;

/** A histogram as DuckDB gives it. */
type Histogram = {
  readonly entries: readonly { readonly key: bigint; readonly value: bigint }[];
};

const totals: Record<string, number> = {};
const add = (item: unknown, level: unknown, count: unknown): void => {
  const key = `${item} ${level}`;
  totals[key] = (totals[key] ?? 0) + Number(count);
};
for (const [, ...cells] of result.getRows()) {
  if (form === 'unpivot') add(cells[0], cells[1], cells[2]);
  else {
    (cells as Histogram[]).forEach(({ entries }, index) => {
      for (const { key, value } of entries) add(items[index], key, value);
    });
  }
}
process.stdout.write(JSON.stringify({ milliseconds, totals }));
