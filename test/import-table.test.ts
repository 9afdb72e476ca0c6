import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const { forbidden = [], options = {} }: IConfiguration = createRequire(import.meta.url)(
  '../.dependency-cruiser.cjs',
);
const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));

/** An import, and the rules that it breaks. */
type Case = readonly [file: string, statement: string, ...broken: string[]];

const CASES: readonly Case[] = [
  ['schemas/a.ts', "import * as z from 'zod'"],
  ['schemas/b.ts', "import '../core/target.ts'", 'schemas-imports'],
  ['schemas/c.ts', "import 'node:crypto'", 'schemas-imports'],
  ['core/a.ts', "import { target } from '../schemas/target.ts'"],
  ['core/topic/b.ts', "import type { Target } from '../../adapters/target.ts'", 'core-imports'],
  ['core/c.ts', "import 'node:fs'", 'core-imports'],
  ['core/d.ts', "import 'fs'", 'core-imports'],
  ['core/e.ts', "import * as z from 'zod'", 'core-imports'],
  ['core/f.ts', "export { target } from '../functions/one/target.ts'", 'core-imports'],
  ['core/g.ts', "export const load = () => import('../adapters/target.ts')", 'core-imports'],
  ['core/h.ts', "export type T = import('../adapters/target.ts').Target", 'core-imports'],
  ['adapters/a.ts', "import '@aws-sdk/client-s3'; import '../core/target.ts'"],
  ['adapters/b.ts', "import '../functions/one/target.ts'", 'adapters-imports'],
  ['adapters/c.ts', "import '@middy/core'", 'adapters-imports'],
  ['functions/one/a.ts', "import '../../adapters/target.ts'; import '@middy/core'"],
  ['functions/one/b.ts', "import '../middleware/target.ts'"],
  ['functions/one/c.ts', "import '@aws-sdk/client-s3'", 'functions-imports'],
  ['functions/one/d.ts', "import 'aws-cdk-lib'", 'functions-imports'],
  ['functions/one/e.ts', "import '../../lib/target.ts'", 'functions-imports'],
  ['functions/one/f.ts', "import '../two/target.ts'", 'no-function-imports-another'],
  ['functions/middleware/a.ts', "import '../one/target.ts'", 'middleware-imports-no-function'],
  ['lib/a.ts', "import type { Env } from '../functions/one/env.ts'; import 'aws-cdk-lib'"],
  ['lib/b.ts', "import type { Target } from '../functions/one/target.ts'", 'lib-imports'],
  ['lib/c.ts', "import '../core/target.ts'", 'lib-imports'],
  ['bin/a.ts', "import '../lib/target.ts'; import 'aws-cdk-lib'"],
  ['bin/b.ts', "import '../schemas/target.ts'", 'bin-imports'],
  ['command/a.ts', "import 'node:fs'; import '../core/target.ts'; import '../schemas/target.ts'"],
  ['command/topic/b.ts', "import '../../adapters/target.ts'", 'command-imports'],
  ['command/c.ts', "import '@aws-sdk/client-s3'", 'command-imports'],
  ['local/a.ts', "import 'node:http'; import '@aws-sdk/client-s3'; import '../schemas/target.ts'"],
  ['local/b.ts', "import '../functions/one/env.ts'", 'local-imports'],
  ['local/c.ts', "import '../core/target.ts'", 'local-imports'],
  ['command/a.ts', "import 'node:fs'; import '../core/target.ts'"],
  ['command/b.ts', "import '../lib/target.ts'", 'command-imports'],
  ['polls/a.ts', "import '../core/target.ts'", 'polls-imports'],
  ['web/a.ts', "import '../core/target.ts'"],
  ['web/b.ts', "import '../adapters/target.ts'", 'web-imports'],
  ['web/c.ts', "import 'qr'"],
  ['web/pages/a.ts', "import '../../polls/target.ts'"],
  ['web/d.ts', "import 'esbuild'", 'web-imports'],
  ['web/form/build.ts', "import 'esbuild'; import 'node:fs'"],
  ['web/e.ts', "import './form/build.ts'", 'web-build-imports'],
  ['functions/one/g.ts', "import '../../web/form/target.ts'; import 'node:zlib'"],
  [
    'core/cycle.ts',
    "import type { Other } from './other.ts'; export type Cycle = Other",
    'no-cycles',
  ],
  [
    'core/other.ts',
    "import type { Cycle } from './cycle.ts'; export type Other = Cycle",
    'no-cycles',
  ],
  ['core/i.ts', "import './nowhere.ts'", 'no-unresolvable-imports'],
  ['local/d.ts', "import 'esbuild'", 'local-imports'],
  ['local/f.ts', "import 'acorn'", 'local-imports', 'no-undeclared-packages'],
  ['local/e.ts', "import '../test/target.ts'", 'local-imports', 'no-tests-outside-tests'],
  ['bench/a.ts', "import '../test/target.ts'; import '../functions/one/target.ts'"],
];

const TARGETS = [
  ...['schemas', 'core', 'adapters', 'lib', 'polls', 'test'].map((folder) => `${folder}/target.ts`),
  ...['one', 'two', 'middleware'].map((folder) => `functions/${folder}/target.ts`),
  'functions/one/env.ts',
  'web/form/target.ts',
];

const write = (directory: string, path: string, source: string): void => {
  const file = join(directory, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${source};\n`);
};

const brokenRules = ({ modules }: ICruiseResult, file: string): readonly string[] => {
  const found = modules.find(({ source }) => source === file);
  if (!found) throw new Error(`${file} was not looked at`);
  const rules = found.dependencies.flatMap((dependency) => dependency.rules ?? []);
  return [...new Set(rules.map(({ name }) => name))].sort();
};

/** Looks at the files below `folders`, which every file looked at is named relative to. */
const cruiseFrom = async (
  directory: string,
  folders: readonly string[],
): Promise<ICruiseResult> => {
  const { output } = await cruise(
    [...folders],
    { ...options, baseDir: directory, validate: true, ruleSet: { forbidden } },
    options.enhancedResolveOptions,
  );
  return output as ICruiseResult;
};

describe('the import table', () => {
  let directory: string;
  let result: ICruiseResult;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'imports-'));
    for (const shared of ['node_modules', 'package.json']) {
      symlinkSync(join(REPOSITORY, shared), join(directory, shared));
    }
    for (const path of TARGETS) {
      write(directory, path, 'export const target = 1; export type Target = 1');
    }
    for (const [path, statement] of CASES) write(directory, path, statement);
    result = await cruiseFrom(directory, [
      ...new Set(CASES.map(([path]) => path.split('/')[0] ?? '')),
    ]);
  });

  afterAll(() => rmSync(directory, { recursive: true }));

  it.each(CASES)('%s: %s', (path, _statement, ...broken) => {
    expect(brokenRules(result, path)).toEqual([...broken].sort());
  });

  it('has a rule broken above for each of its rules', () => {
    const broken = new Set(CASES.flatMap(([, , ...names]) => names));
    const names = forbidden.map(({ name }) => name);
    expect(names.filter((name) => !name || !broken.has(name))).toEqual([]);
  });

  it('is kept by every folder that it names', async () => {
    const folders = forbidden
      .map(({ name }) => /^([a-z]+)-imports$/.exec(name ?? '')?.[1])
      .filter((folder) => folder !== undefined)
      .filter((folder) => existsSync(join(REPOSITORY, folder)));
    const { summary } = await cruiseFrom(REPOSITORY, folders);
    const broken = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
    expect(summary.totalCruised).toBeGreaterThan(100);
    expect(broken).toEqual([]);
  });
});
