import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OWN_FILES, PROJECT, shown } from '../places.ts';
import type { Python } from './find-python.ts';

export class EmulatorNotInstalledError extends Error {
  override readonly name = 'EmulatorNotInstalledError';
}

const REQUIREMENTS = join(PROJECT, 'local', 'requirements.txt');
const LOG = join(OWN_FILES, 'install.log');

/** Where the emulator's own Python environment lies: another place for other requirements. */
export const environmentOf = async (python: Python): Promise<string> => {
  const hash = createHash('sha256').update(await readFile(REQUIREMENTS));
  return join(OWN_FILES, `python-${python.version}-${hash.digest('hex').slice(0, 12)}`);
};

/** Whether there is nothing left to install. */
export const isInstalled = async (python: Python): Promise<boolean> =>
  existsSync(await environmentOf(python));

/**
 * Installs the pinned, hash-checked packages of the emulator once and returns the command of
 * its Python. What is installed is moved into place when it is whole, so that neither a broken
 * installation nor two at a time leave half of one.
 */
export const installEmulator = async (python: Python): Promise<string> => {
  const environment = await environmentOf(python);
  if (!existsSync(environment)) {
    const unfinished = `${environment}.${process.pid}`;
    try {
      await install(python, unfinished);
      await rename(unfinished, environment).catch((cause: unknown) => {
        if (!existsSync(environment)) throw cause;
      });
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
  }
  return join(environment, 'bin', 'python');
};

const install = async (python: Python, environment: string): Promise<void> => {
  await mkdir(OWN_FILES, { recursive: true });
  await writeFile(LOG, '');
  await run(python.command, ['-m', 'venv', environment], VENV_ADVICE);
  const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input'];
  const checked = ['--require-hashes', '--no-deps', '--only-binary', ':all:', '-r', REQUIREMENTS];
  await run(join(environment, 'bin', 'python'), [...pip, ...checked], PIP_ADVICE);
};

const VENV_ADVICE = 'On Debian and Ubuntu its venv module is a package of its own: python3-venv.';
const PIP_ADVICE = 'It needs the Python package index once, later starts need no network.';

const run = async (command: string, args: readonly string[], advice: string): Promise<void> => {
  const output = await outputOf(command, args);
  await writeFile(LOG, output.text, { flag: 'a' });
  if (output.failed) {
    throw new EmulatorNotInstalledError(
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
