import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DATA_PACKAGE_PATH } from '../../core/report/data-package.ts';
import type { SnapshotFile } from '../../core/report/snapshot-files.ts';
import { WrongUsageError } from '../wrong-usage-error.ts';

/** Where the rejected rows stand, beside the snapshot's files. */
export const REJECTED_PATH = 'rejected.csv';

/**
 * Makes sure that a snapshot may be written into a directory, before any work is done.
 *
 * @throws WrongUsageError where it is no directory, or has files and `force` is not set
 */
export const ensureWritable = (directory: string, force: boolean): void => {
  if (!existsSync(directory)) return;
  if (!statSync(directory).isDirectory()) {
    throw new WrongUsageError(`--out ${directory} is no directory`);
  }
  if (force || readdirSync(directory).length === 0) return;
  throw new WrongUsageError(
    `--out ${directory} is not empty; name another directory, or add --force to replace what an earlier run wrote there`,
  );
};

const PLAIN_NAME = /^[a-z0-9-]+(?:\.[a-z]+)+$/;

/** The files of an earlier snapshot in a directory, by its own description. */
const earlierFiles = (directory: string): readonly string[] => {
  const description = join(directory, DATA_PACKAGE_PATH);
  if (!existsSync(description)) return [];
  const names = pathsIn(readFileSync(description, 'utf8'));
  return [DATA_PACKAGE_PATH, ...names.filter((name) => PLAIN_NAME.test(name))];
};

/** Every member "path" of a JSON text, wherever it stands; none where the text is no JSON. */
const pathsIn = (json: string): readonly string[] => {
  const paths: string[] = [];
  try {
    JSON.parse(json, (name, value) => {
      if (name === 'path' && typeof value === 'string') paths.push(value);
      return value;
    });
    return paths;
  } catch {
    return [];
  }
};

/** Writes a snapshot's files in their order; those of an earlier snapshot go first. */
export const writeSnapshot = async (
  directory: string,
  files: readonly SnapshotFile[],
): Promise<void> => {
  mkdirSync(directory, { recursive: true });
  for (const path of earlierFiles(directory)) rmSync(join(directory, path), { force: true });
  for (const { path, body } of files) await writeFile(join(directory, path), body);
};
