import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

/**
 * Says of each folder what is wrong with its data package and with its priorities.json, as one
 * list. One process for all: loading the validators takes longer than what they do.
 */
const VALIDATE = `
import json, os, sys, frictionless, jsonschema

def faults_of_package():
    return frictionless.validate('datapackage.json').flatten(['type', 'message'])

def faults_of_json():
    schema = json.load(open('priorities.jsonschema.json'))
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    found = validator(schema).iter_errors(json.load(open('priorities.json')))
    return [error.message for error in found]

def look_into(folder):
    os.chdir(folder)
    return {'package': faults_of_package(), 'json': faults_of_json()}

print(json.dumps([look_into(folder) for folder in sys.argv[1:]]))
`;

type Faults = { readonly package: readonly unknown[]; readonly json: readonly string[] };

const SNAPSHOTS: readonly (readonly [string, ReleaseOptions])[] = [
  ['with groups', { organizations: 36, people: 30, regions: 3 }],
  ['with a withheld breakdown', { organizations: 12, people: 30, regions: 1 }],
  ['of few organizations', { organizations: 4, people: 30 }],
  ['of seven levels', { organizations: 12, people: 30, levels: 7 }],
];

const folders: string[] = [];
const found = new Map<string, { readonly whole: Faults; readonly damaged: Faults }>();

const written = async (options: ReleaseOptions): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'snapshot-'));
  folders.push(folder);
  const { files } = await snapshotFiles(aFinalReport(options), sha256);
  for (const { path, body } of files) writeFileSync(join(folder, path), body);
  return folder;
};

const damaged = (whole: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'snapshot-'));
  folders.push(folder);
  cpSync(whole, folder, { recursive: true });
  writeFileSync(join(folder, 'participation.csv'), 'attribute,group\r\n');
  return folder;
};

beforeAll(async () => {
  const python = await installFrictionless();
  const wholes = await Promise.all(SNAPSHOTS.map(([, options]) => written(options)));
  const pairs = wholes.flatMap((whole) => [whole, damaged(whole)]);
  const { stdout } = await run(python, ['-c', VALIDATE, ...pairs]);
  const faults: readonly Faults[] = JSON.parse(stdout);
  for (const [index, [what]] of SNAPSHOTS.entries()) {
    const [whole, other] = faults.slice(2 * index);
    if (whole && other) found.set(what, { whole, damaged: other });
  }
}, INSTALLATION_MS);

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe.each(SNAPSHOTS)('a snapshot %s', (what) => {
  test('is a valid data package: every file, byte count, hash, column and value', () => {
    expect(found.get(what)?.whole.package).toEqual([]);
    expect(found.get(what)?.damaged.package).not.toEqual([]);
  });

  test('has a priorities.json that its JSON Schema accepts', () => {
    expect(found.get(what)?.whole.json).toEqual([]);
  });
});
