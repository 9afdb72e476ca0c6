import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The release that the command is measured against. */
export const DUCKDB_VERSION = '1.5.6-r.1';

const PACKAGE = '@duckdb/node-api';

/** DuckDB could not be fetched; nothing can be measured against it. */
export class DuckDbMissingError extends Error {
  override readonly name = 'DuckDbMissingError';
}

/** Fetches DuckDB into the folder of this machine's own files, once; gives its folder. */
export const installDuckDb = (): string => {
  const folder = fileURLToPath(
    new URL(`../../.groundswell/duckdb-${DUCKDB_VERSION}`, import.meta.url),
  );
  const manifest = join(folder, 'node_modules', PACKAGE, 'package.json');
  if (existsSync(manifest)) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const { status, stderr } = spawnSync(
    'npm',
    [
      ...['install', '--prefix', folder, '--save-exact', '--no-audit', '--no-fund'],
      ...['--ignore-scripts', `${PACKAGE}@${DUCKDB_VERSION}`],
    ],
    { encoding: 'utf8' },
  );
  if (status === 0 && existsSync(manifest)) return folder;
  throw new DuckDbMissingError(`npm could not fetch ${PACKAGE} ${DUCKDB_VERSION}:\n${stderr}`);
};
