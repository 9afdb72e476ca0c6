import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OWN_FILES, shown } from '../places.ts';
import type { Python } from './find-python.ts';

export class PackagesNotInstalledError extends Error {
  override readonly name = 'PackagesNotInstalledError';
}

const LOG = join(OWN_FILES, 'install.log');

/** Where the environment of a requirements file lies: another place for other requirements. */
const environmentOf = async (python: Python, requirements: string): Promise<string> => {
  const hash = createHash('sha256').update(await readFile(requirements));
  return join(OWN_FILES, `python-${python.version}-${hash.digest('hex').slice(0, 12)}`);
};

/** Whether there is nothing left to install. */
export const arePackagesInstalled = async (
  python: Python,
  requirements: string,
): Promise<boolean> => existsSync(await environmentOf(python, requirements));

/**
 * Installs the pinned, hash-checked packages of a requirements file once and returns the folder
 * of their commands. What is installed is moved into place when it is whole, so that neither a
 * broken installation nor two at a time leave half of one.
 *
 * @throws PackagesNotInstalledError that says what to do and where the log is
 */
export const installPackages = async (python: Python, requirements: string): Promise<string> => {
  const environment = await environmentOf(python, requirements);
  if (!existsSync(environment)) {
    const unfinished = `${environment}.${process.pid}`;
    try {
      await install(python, requirements, unfinished);
      await rename(unfinished, environment).catch((cause: unknown) => {
        if (!existsSync(environment)) throw cause;
      });
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
  }
  return join(environment, 'bin');
};

const install = async (
  python: Python,
  requirements: string,
  environment: string,
): Promise<void> => {
  await mkdir(OWN_FILES, { recursive: true });
  await writeFile(LOG, '');
  await run(python.command, ['-m', 'venv', environment], VENV_ADVICE);
  const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input'];
  const checked = ['--require-hashes', '--no-deps', '--only-binary', ':all:', '-r', requirements];
  await run(join(environment, 'bin', 'python'), [...pip, ...checked], PIP_ADVICE);
};

const VENV_ADVICE = 'On Debian and Ubuntu its venv module is a package of its own: python3-venv.';
const PIP_ADVICE = 'It needs the Python package index once, later starts need no network.';

const run = async (command: string, args: readonly string[], advice: string): Promise<void> => {
  const output = await outputOf(command, args);
  await writeFile(LOG, output.text, { flag: 'a' });
  if (output.failed) {
    throw new PackagesNotInstalledError(
      `"${[command, ...args.slice(0, 3)].join(' ')} ..." failed. ${advice}\nIts log: ${shown(LOG)}`,
    );
  }
};

const outputOf = (command: string, args: readonly string[]) =>
  new Promise<{ failed: boolean; text: string }>((resolve) => {
    const env = { ...process.env, PIP_USER: '0', PYTHONHOME: undefined, PYTHONPATH: undefined };
    execFile(command, [...args], { env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) =>
      resolve({ failed: error !== null, text: stdout + stderr + (error?.message ?? '') }),
    );
  });
