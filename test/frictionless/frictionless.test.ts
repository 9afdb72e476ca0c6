import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../adapters/crypto/sha256.ts';
import { snapshotFiles } from '../../core/report/snapshot-files.ts';
import { aFinalReport, type ReleaseOptions } from '../core/report/a-release.ts';
import { installFrictionless } from './install-frictionless.ts';

const run = promisify(execFile);
const INSTALLATION_MS = 300_000;
const VALIDATION_MS = 120_000;

/** Ends with what is wrong, if anything is. */
const VALIDATE_JSON = `
import json, jsonschema
schema = json.load(open('priorities.jsonschema.json'))
validator = jsonschema.validators.validator_for(schema)
validator.check_schema(schema)
print([error.message for error in validator(schema).iter_errors(json.load(open('priorities.json')))])
`;

const SNAPSHOTS: readonly (readonly [string, ReleaseOptions])[] = [
  ['with groups', { organizations: 36, people: 30, regions: 3 }],
  ['with a withheld breakdown', { organizations: 12, people: 30, regions: 1 }],
  ['of few organizations', { organizations: 4, people: 30 }],
  ['of seven levels', { organizations: 12, people: 30, levels: 7 }],
];

const folders: string[] = [];
let python = '';

beforeAll(async () => {
  python = await installFrictionless();
}, INSTALLATION_MS);

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const written = async (options: ReleaseOptions): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'snapshot-'));
  folders.push(folder);
  const { files } = await snapshotFiles(aFinalReport(options), sha256);
  for (const { path, body } of files) writeFileSync(join(folder, path), body);
  return folder;
};

const validated = async (cwd: string): Promise<string> => {
  const commands = ['-m', 'frictionless', 'validate', '--json', 'datapackage.json'];
  const { stdout } = await run(python, commands, { cwd }).catch((failed) => failed);
  const { valid, tasks } = JSON.parse(stdout);
  return valid ? 'valid' : JSON.stringify(tasks.map((task: { errors: unknown }) => task.errors));
};

describe.each(SNAPSHOTS)('a snapshot %s', (_what, options) => {
  test(
    'is a valid data package: every file, byte count, hash, column and value',
    async () => {
      const folder = await written(options);
      expect(await validated(folder)).toBe('valid');
      writeFileSync(join(folder, 'participation.csv'), 'attribute,group\r\n');
      expect(await validated(folder)).toContain('error');
    },
    VALIDATION_MS,
  );

  test(
    'has a priorities.json that its JSON Schema accepts',
    async () => {
      const { stdout } = await run(python, ['-c', VALIDATE_JSON], { cwd: await written(options) });
      expect(stdout.trim()).toBe('[]');
    },
    VALIDATION_MS,
  );
});
