import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  dependencyFaults,
  type LockedPackage,
  type Manifest,
} from '../../../local/dependencies/dependency-faults.ts';
import { PROJECT } from '../../../local/places.ts';

const aPackage = (more: LockedPackage = {}): LockedPackage => ({
  version: '1.0.0',
  license: 'MIT',
  integrity: 'sha512-abc',
  ...more,
});

const faultsOf = (more: LockedPackage, manifest: Manifest = {}, name = 'one'): readonly string[] =>
  dependencyFaults(manifest, {
    packages: { '': manifest, [`node_modules/${name}`]: aPackage(more) },
  });

describe('the dependencies', () => {
  test('have nothing wrong', async () => {
    const read = async (file: string) => JSON.parse(await readFile(join(PROJECT, file), 'utf8'));
    expect(dependencyFaults(await read('package.json'), await read('package-lock.json'))).toEqual(
      [],
    );
  });
});

describe('npm', () => {
  test('runs no install script that allowScripts does not allow, but refuses to install', async () => {
    const settings = await readFile(join(PROJECT, '.npmrc'), 'utf8');
    expect(settings.split('\n')).toContain('strict-allow-scripts=true');
  });
});

describe('dependencyFaults', () => {
  test.each(['MIT', '(MIT OR GPL-3.0-or-later)', 'Apache-2.0 AND BSL-1.0'])(
    'allows %s',
    (license) => {
      expect(faultsOf({ license })).toEqual([]);
    },
  );

  test.each([
    'GPL-3.0-only',
    'AGPL-3.0-or-later',
    'MPL-2.0',
    'MIT AND GPL-2.0-only',
    'MIT AND (MIT OR GPL-2.0-only)',
    'UNLICENSED',
    'SEE LICENSE IN LICENSE',
  ])('refuses %s in what is handed on', (license) => {
    expect(faultsOf({ license })).toEqual([
      `node_modules/one: the licence ${license} is not allowed here`,
    ]);
  });

  test('refuses a package without a licence', () => {
    const { license: _, ...bare } = aPackage();
    const packages = { 'node_modules/one': bare };
    expect(dependencyFaults({}, { packages })).toEqual([
      'node_modules/one: the licence none is not allowed here',
    ]);
  });

  test('allows tools more, but not everything', () => {
    expect(faultsOf({ license: 'MPL-2.0', dev: true })).toEqual([]);
    expect(faultsOf({ license: 'AGPL-3.0-or-later', dev: true })).toHaveLength(1);
  });

  test('allows the tools that are named under their licence, and nothing that is handed on', () => {
    const license = 'AGPL-3.0-or-later';
    const name = '@cloud-copilot/iam-simulate';
    expect(faultsOf({ license, dev: true }, {}, name)).toEqual([]);
    expect(faultsOf({ license }, {}, name)).toHaveLength(1);
  });

  test('refuses an install script that is not spoken of, and approval of none', () => {
    expect(faultsOf({ hasInstallScript: true })).toEqual([
      'one: has an install script that allowScripts does not speak of',
    ]);
    expect(faultsOf({ hasInstallScript: true }, { allowScripts: { one: true } })).toEqual([]);
    expect(faultsOf({}, { allowScripts: { one: true } })).toEqual([
      'one: allowScripts speaks of it, but it has no install script',
    ]);
  });

  test('refuses what the lockfile cannot vouch for', () => {
    expect(faultsOf({ integrity: 'sha1-abc' })).toEqual([
      'node_modules/one: no SHA-512 in the lockfile',
    ]);
    expect(faultsOf({ resolved: 'git+ssh://git@example.org/one.git' })).toEqual([
      'node_modules/one: comes from git+ssh://git@example.org/one.git',
    ]);
    expect(faultsOf({ resolved: 'https://registry.npmjs.org/one/-/one-1.0.0.tgz' })).toEqual([]);
  });

  test('refuses a lockfile that says something else, and a range of versions', () => {
    const packages = (root: Manifest) => ({ packages: { '': root } });
    expect(
      dependencyFaults(
        { dependencies: { one: '1.0.0' } },
        packages({ dependencies: { one: '1.0.1' } }),
      ),
    ).toEqual(['one: 1.0.0 in package.json, 1.0.1 in package-lock.json']);
    expect(dependencyFaults({}, packages({ devDependencies: { two: '1.0.0' } }))).toEqual([
      'two: undefined in package.json, 1.0.0 in package-lock.json',
    ]);
    const range = { dependencies: { one: '^1.0.0' } };
    expect(dependencyFaults(range, packages(range))).toEqual(['one: ^1.0.0 is no exact version']);
  });
});
