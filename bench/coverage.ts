import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import {
  coverageSummary,
  coverageTable,
  type Finding,
  lowestSimultaneous,
} from './simulation/coverage-table.ts';
import { designs } from './simulation/designs.ts';
import { measureAll } from './simulation/measure-all.ts';
import type { Tally } from './simulation/measure-design.ts';

/**
 * Simulates polls whose truth is known and counts how often the ranking's intervals hold it.
 * Every design gets `--replicates` polls; one in which any simultaneous coverage comes out
 * under .915 is looked at more closely, with six times as many. A run with a seed or a number
 * of its own is a trial: it prints, and leaves the kept results alone.
 */

const TARGET = 0.9;
const CLOSER_LOOK = 0.915;
const CLOSER = 6;
const STRETCH = 100;
const DECIMALS = 4;
const GIB = 2 ** 30;

const SEED = 20261123;
const REPLICATES = 300;

const { values } = parseArgs({
  options: { seed: { type: 'string' }, replicates: { type: 'string' } },
});
const seed = Number(values.seed ?? SEED);
const replicates = Number(values.replicates ?? REPLICATES);
const isTrial = seed !== SEED || replicates !== REPLICATES;

const measure = async (places: readonly number[], first: number, end: number) => {
  const starts = Array.from(
    { length: Math.ceil((end - first) / STRETCH) },
    (_, index) => first + index * STRETCH,
  );
  const stretches = places.flatMap((design) =>
    starts.map((start) => ({ design, first: start, end: Math.min(end, start + STRETCH) })),
  );
  const tallies = await measureAll(stretches, seed, (done) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${stretches.length} stretches `);
  });
  return (design: number): Tally =>
    addTallies(tallies.filter((_, index) => stretches[index]?.design === design));
};

function addTallies(tallies: readonly Tally[]): Tally {
  const sum: Tally = {};
  for (const [name, { held, of }] of tallies.flatMap(Object.entries)) {
    const entry = sum[name] ?? { held: 0, of: 0 };
    sum[name] = { held: entry.held + held, of: entry.of + of };
  }
  return sum;
}

const started = performance.now();
const everywhere = await measure([...designs.keys()], 0, replicates);
const doubtful = [...designs.keys()].filter(
  (place) => lowestSimultaneous(everywhere(place)) < CLOSER_LOOK,
);
const closer = await measure(doubtful, replicates, CLOSER * replicates);
const findings = designs.map((design, place): Finding => {
  const first = everywhere(place);
  return doubtful.includes(place)
    ? { design, replicates: CLOSER * replicates, tally: addTallies([first, closer(place)]) }
    : { design, replicates, tally: first };
});
const lowest = Math.min(...findings.map(({ tally }) => lowestSimultaneous(tally)));
const seconds = Math.round((performance.now() - started) / 1000);

const versionOf = (name: string): string => {
  const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
};

const result = {
  machine: {
    processor: cpus()[0]?.model,
    processors: cpus().length,
    memoryGiB: Math.round(totalmem() / GIB),
  },
  versions: {
    node: process.version,
    tQuantile: versionOf('@stdlib/stats-base-dists-t-quantile'),
    tCdf: versionOf('@stdlib/stats-base-dists-t-cdf'),
    betaQuantile: versionOf('@stdlib/stats-base-dists-beta-quantile'),
  },
  seed,
  seconds,
  lowestSimultaneousCoverage: lowest,
  designs: findings.map(({ design: { truth: _, ...design }, replicates: of, tally }) => ({
    ...design,
    replicates: of,
    coverage: Object.fromEntries(
      Object.entries(tally).map(([name, entry]) => [
        name,
        Number((entry.held / entry.of).toFixed(DECIMALS)),
      ]),
    ),
  })),
};
if (!isTrial) {
  const folder = new URL('results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('coverage.json', folder), `${JSON.stringify(result)}\n`);
}

console.log(`${coverageTable(findings)}\n\n${coverageSummary(findings)}\n`);
console.log(
  `seed ${seed}, ${replicates} polls a design, ${CLOSER * replicates} in ${doubtful.length} of ${designs.length}; ${seconds} s`,
);
console.log(`coverage: ${lowest.toFixed(3)} (at least ${TARGET.toFixed(2)})`);
if (lowest < TARGET) process.exitCode = 1;
