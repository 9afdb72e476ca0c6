import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const REQUIREMENTS = join(PROJECT, 'test', 'frictionless', 'requirements.txt');
const DIGEST_DIGITS = 12;

/**
 * Installs what checks data packages once, hash by hash, below `.groundswell/`, and gives the
 * folder of its commands. Needs `python3` with its venv module and, the first time, the Python
 * package index.
 */
export const installFrictionless = async (): Promise<string> => {
  const digest = createHash('sha256')
    .update(await readFile(REQUIREMENTS))
    .digest('hex');
  const home = join(PROJECT, '.groundswell', `frictionless-${digest.slice(0, DIGEST_DIGITS)}`);
  if (!existsSync(home)) {
    const unfinished = `${home}.${process.pid}`;
    try {
      await mkdir(join(PROJECT, '.groundswell'), { recursive: true });
      await run('python3', ['-m', 'venv', unfinished]);
      const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input'];
      const python = join(unfinished, 'bin', 'python');
      await run(python, [...pip, '--require-hashes', '--no-deps', '-r', REQUIREMENTS]);
      await rename(unfinished, home);
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
  }
  return join(home, 'bin', 'python');
};
