import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBundle } from './start/build-bundle.ts';
import { baseline, intake, parts } from './start/bundles.ts';
import { median } from './start/median.ts';
import { timeImport } from './start/time-import.ts';

/**
 * Measures how long the bundle that takes responses in needs to be imported, against one that
 * holds only what writes an item: pairs of fresh processes, the first of each in turn. The
 * figure is the median of the pairs' ratios, because what else the machine does slows both of a
 * pair. Then, in fewer rounds and another order each, what the parts add.
 */

const TARGET = 1.3;
const GIB = 2 ** 30;

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '41' },
    rounds: { type: 'string', default: '15' },
    seed: { type: 'string', default: '20261123' },
  },
});
const pairs = Number(values.pairs);
const rounds = Number(values.rounds);
const seed = Number(values.seed);

/** A small generator (mulberry32), so that a run can be repeated in the same order. */
const randomFrom = (start: number) => {
  let state = start;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const shuffled = <Value>(list: readonly Value[], random: () => number): readonly Value[] =>
  list
    .map((value) => ({ value, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);

type Pair = { readonly baseline: number; readonly intake: number };

const timePair = (first: 'baseline' | 'intake'): Pair => {
  const early = timeImport(fileOf(first));
  const late = timeImport(fileOf(first === 'intake' ? 'baseline' : 'intake'));
  return first === 'intake' ? { intake: early, baseline: late } : { baseline: early, intake: late };
};

const timeRounds = (): ReadonlyMap<string, readonly number[]> => {
  const random = randomFrom(seed);
  const times = new Map<string, number[]>(bundles.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, file } of shuffled(bundles, random)) times.get(name)?.push(timeImport(file));
  }
  return times;
};

const versionOf = (name: string): string => {
  const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
};

const contenders = [baseline, intake, ...parts];
const directory = mkdtempSync(join(tmpdir(), 'groundswell-start-'));
const bundles = await Promise.all(contenders.map((each) => buildBundle(each, directory)));
const fileOf = (wanted: string): string =>
  bundles.find(({ name }) => name === wanted)?.file ?? wanted;

// The first import of a file waits for the disk.
for (const { file } of bundles) timeImport(file);
const timed = Array.from({ length: pairs }, (_, index) =>
  timePair(index % 2 === 0 ? 'baseline' : 'intake'),
);
const times = timeRounds();
rmSync(directory, { recursive: true });

const figure = median(timed.map((pair) => pair.intake / pair.baseline));
const medianOf = (name: string): number => median(times.get(name) ?? []);
const ratioOf = (name: string): number => {
  const least = times.get(baseline.name) ?? [];
  return median((times.get(name) ?? []).map((time, round) => time / (least[round] ?? Number.NaN)));
};
const rows = bundles.map(({ name, bytes }, index) => ({
  bundle: name,
  holds: contenders[index]?.holds ?? '',
  kilobytes: Math.round(bytes / 1000),
  milliseconds: Number(medianOf(name).toFixed(1)),
  ratio: Number(ratioOf(name).toFixed(2)),
}));

const result = {
  machine: {
    processor: cpus()[0]?.model,
    processors: cpus().length,
    memoryGiB: Math.round(totalmem() / GIB),
  },
  versions: {
    node: process.version,
    ...Object.fromEntries(
      [
        'esbuild',
        '@aws-sdk/lib-dynamodb',
        '@aws-lambda-powertools/logger',
        '@middy/core',
        'zod',
      ].map((name) => [name, versionOf(name)]),
    ),
  },
  seed,
  pairs: {
    count: pairs,
    baselineMilliseconds: Math.round(median(timed.map((pair) => pair.baseline))),
    intakeMilliseconds: Math.round(median(timed.map((pair) => pair.intake))),
  },
  rounds,
  bundles: rows,
  start: Number(figure.toFixed(3)),
  target: TARGET,
};
mkdirSync(new URL('./results/', import.meta.url), { recursive: true });
const file = new URL('./results/start.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);

console.table(rows);
console.log(
  `medians over ${rounds} rounds of fresh processes; the figure is the median ratio of ${pairs} pairs`,
);
console.log(`start: ${figure.toFixed(3)} (at most ${TARGET})`);
if (figure > TARGET) process.exitCode = 1;
