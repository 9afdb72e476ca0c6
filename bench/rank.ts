import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { PollDefinition } from '../schemas/poll.ts';
import { DUCKDB_VERSION, installDuckDb } from './rank/install-duckdb.ts';
import { makeResponses } from './rank/make-responses.ts';
import { runNode } from './rank/run-node.ts';

/**
 * Ranks a million responses with the command and counts the same file with DuckDB, in turn. The
 * command's time is that of its whole process, ranking and writing included; DuckDB's is that of
 * its query alone, asked for in the faster of two ways.
 */

const MOST_TIMES_DUCKDB = 3;
const MOST_MB = 300;
const ORGANIZATIONS = 300;
const MB = 1_000_000;
const KIB = 1024;
const FORMS = ['histogram', 'unpivot'] as const;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261123' },
    runs: { type: 'string', default: '5' },
    responses: { type: 'string', default: '1000000' },
  },
});
const seed = Number(values.seed);
const runs = Number(values.runs);
const responses = Number(values.responses);

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const poll = here('../polls/calls-to-action.json');
const { levels, categories } = PollDefinition.parse(JSON.parse(readFileSync(poll, 'utf8')));
const items = categories.flatMap((category) => category.items.map(({ id }) => id));

type Totals = Readonly<Record<string, number>>;

const countedByCommand = (out: string): Totals => {
  const rows: Record<string, string>[] = parse(readFileSync(join(out, 'distribution.csv')), {
    columns: true,
    record_delimiter: '\r\n',
  });
  return Object.fromEntries(
    rows.flatMap((row) =>
      Array.from({ length: levels }, (_, index) => [
        `${row.id} ${index + 1}`,
        Number(row[`level_${index + 1}`]),
      ]),
    ),
  );
};

const sameTotals = (a: Totals, b: Totals): boolean =>
  items.every((item) =>
    Array.from({ length: levels }, (_, index) => `${item} ${index + 1}`).every(
      (key) => a[key] === b[key],
    ),
  );

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
};

const measure = async (folder: string, duckDb: string) => {
  const file = join(folder, 'responses.csv');
  const out = join(folder, 'out');
  makeResponses(file, seed, { responses, organizations: ORGANIZATIONS, items, levels });
  const command: { milliseconds: number; peakMb: number }[] = [];
  const byForm = new Map<string, number[]>(FORMS.map((form) => [form, []]));
  for (let run = 0; run < runs; run++) {
    const ranked = await runNode([
      ...['--import', here('rank/report-peak.ts'), here('../command/groundswell.ts'), 'rank'],
      ...['--poll', poll, '--responses', file, '--out', out, '--force'],
    ]);
    const peak = /^peak (\d+)$/m.exec(ranked.errors)?.[1];
    command.push({
      milliseconds: ranked.milliseconds,
      peakMb: (Number(peak) * KIB) / MB,
    });
    for (const form of FORMS) {
      const { output } = await runNode([
        ...[here('rank/count-with-duckdb.ts'), duckDb, file, form, ...items],
      ]);
      const counted: { milliseconds: number; totals: Totals } = JSON.parse(output);
      byForm.get(form)?.push(counted.milliseconds);
      if (!sameTotals(countedByCommand(out), counted.totals)) {
        throw new Error('the command and DuckDB counted differently');
      }
    }
  }
  return { command, byForm, bytes: statSync(file).size };
};

const duckDb = installDuckDb();
const folder = mkdtempSync(join(tmpdir(), 'groundswell-bench-'));
const { command, byForm, bytes } = await measure(folder, duckDb).finally(() =>
  rmSync(folder, { recursive: true }),
);

const commandMs = median(command.map(({ milliseconds }) => milliseconds));
const duckDbMs = Math.min(...[...byForm.values()].map(median));
const ratio = commandMs / duckDbMs;
const peakMb = Math.max(...command.map((run) => run.peakMb));
const load = loadavg()[0] ?? 0;

const results = new URL('results/', import.meta.url);
mkdirSync(results, { recursive: true });
const result = {
  machine: {
    processor: cpus()[0]?.model,
    processors: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    load,
  },
  versions: { node: process.version, duckDb: DUCKDB_VERSION },
  seed,
  file: { responses, organizations: ORGANIZATIONS, items: items.length, levels, bytes },
  command,
  duckDbMilliseconds: Object.fromEntries(byForm),
  medians: { commandMilliseconds: commandMs, duckDbMilliseconds: duckDbMs },
  ratio,
  peakMb,
};
writeFileSync(new URL('rank.json', results), `${JSON.stringify(result, null, 1)}\n`);

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
console.log(
  `${responses} responses, ${items.length} items, ${ORGANIZATIONS} organizations, ${(bytes / MB).toFixed(1)} MB; seed ${seed}, ${runs} runs in turn, load ${load.toFixed(1)}`,
);
const line = (name: string, median: string, all: readonly string[]) =>
  console.log(`${name.padEnd(28)}${median.padStart(8)}   (${all.join(', ')})`);
line(
  'groundswell rank, process',
  seconds(commandMs),
  command.map(({ milliseconds }) => seconds(milliseconds)),
);
for (const [form, times] of byForm) {
  line(`DuckDB, query (${form})`, seconds(median(times)), times.map(seconds));
}
console.log(`rank: ${ratio.toFixed(2)} (at most ${MOST_TIMES_DUCKDB})`);
console.log(`rank: ${peakMb.toFixed(0)} MB (at most ${MOST_MB})`);
if (!(ratio <= MOST_TIMES_DUCKDB && peakMb <= MOST_MB)) process.exitCode = 1;
