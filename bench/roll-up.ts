import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundling } from '../lib/constructs/bundling.ts';

/**
 * Times the roll-up's bundle, made as it is deployed, over 300 and 3,000 organizations: from the
 * tallies to the last file written, in a fresh process each, which has the memory that the stack
 * gives the function. The first run in a process counts: a schedule seldom finds a warm one. Of
 * several processes the one in the middle is told, since a machine does other things, too.
 */

const SEED = 7;
const RUNS = 5;
const GIB = 2 ** 30;
const MIB = 2 ** 20;
const MEMORY_TARGET_MIB = 512;
/** Lambda gives Node's heap nine tenths of the function's memory. */
const HEAP = '--max-old-space-size=460';
const ENVIRONMENT = {
  POLLS_TABLE: 'polls',
  TALLIES_TABLE: 'tallies',
  REPORTS_BUCKET: 'reports',
  CHECKPOINTS_BUCKET: 'checkpoints',
  PARTICIPATION_BUCKET: 'participation',
  EVENT_BUS: 'bus',
  AWS_REGION: 'us-east-1',
};
const CASES = [
  { organizations: 300, targetSeconds: 1 },
  { organizations: 3000, targetSeconds: 10 },
];

type Measured = {
  readonly seconds: number;
  /** Of the processor alone, whatever else the machine was doing. */
  readonly processorSeconds: number;
  readonly peakMiB: number;
  readonly files: number;
  readonly bytes: number;
};

const folder = mkdtempSync(join(tmpdir(), 'roll-up-'));
const bundle = join(folder, 'index.mjs');
await build({
  entryPoints: [fileURLToPath(new URL('roll-up/run.ts', import.meta.url))],
  outfile: bundle,
  ...bundling,
  sourcemap: false,
});

const measure = (organizations: number): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const args = [HEAP, bundle, String(organizations), String(SEED)];
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...ENVIRONMENT },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(output)) : reject(new Error(`roll-up ended with ${code}`)),
    );
  });

/** The run in the middle by time, and the times of all. */
const measureSome = async (organizations: number) => {
  const runs: Measured[] = [];
  while (runs.length < RUNS) runs.push(await measure(organizations));
  const ordered = runs.toSorted((a, b) => a.seconds - b.seconds);
  const middle = ordered[Math.floor(RUNS / 2)];
  if (!middle) throw new Error('no run');
  return { ...middle, allSeconds: ordered.map(({ seconds }) => seconds) };
};

const versionOf = (name: string): string => {
  const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
};

try {
  const findings = [];
  for (const one of CASES) findings.push({ ...one, ...(await measureSome(one.organizations)) });
  const result = {
    machine: {
      processor: cpus()[0]?.model,
      processors: cpus().length,
      memoryGiB: Math.round(totalmem() / GIB),
      load: Number((loadavg()[0] ?? 0).toFixed(1)),
    },
    versions: {
      node: process.version,
      esbuild: versionOf('esbuild'),
      writeExcelFile: versionOf('write-excel-file'),
    },
    seed: SEED,
    findings,
  };
  const results = new URL('results/', import.meta.url);
  mkdirSync(results, { recursive: true });
  writeFileSync(new URL('rollup.json', results), `${JSON.stringify(result, null, 1)}\n`);
  console.table(
    findings.map(({ organizations, seconds, processorSeconds, peakMiB, files, bytes }) => ({
      organizations,
      seconds: seconds.toFixed(2),
      'processor seconds': processorSeconds.toFixed(2),
      'peak MiB': peakMiB.toFixed(0),
      files,
      'written MiB': (bytes / MIB).toFixed(2),
    })),
  );
  for (const { organizations, seconds, targetSeconds, peakMiB } of findings) {
    console.log(
      `rollup: ${seconds.toFixed(2)} s for ${organizations} organizations (at most ${targetSeconds} s)`,
    );
    console.log(
      `rollup: ${peakMiB.toFixed(0)} MiB for ${organizations} organizations (at most ${MEMORY_TARGET_MIB} MiB)`,
    );
    if (seconds > targetSeconds || peakMiB > MEMORY_TARGET_MIB) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
