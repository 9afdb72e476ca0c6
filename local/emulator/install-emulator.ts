import { join } from 'node:path';
import { PROJECT } from '../places.ts';
import type { Python } from '../python/find-python.ts';
import { arePackagesInstalled, installPackages } from '../python/install-packages.ts';

const REQUIREMENTS = join(PROJECT, 'local', 'requirements.txt');

/** Whether there is nothing left to install. */
export const isInstalled = (python: Python): Promise<boolean> =>
  arePackagesInstalled(python, REQUIREMENTS);

/** Installs the emulator's packages once and returns the command of its Python. */
export const installEmulator = async (python: Python): Promise<string> =>
  join(await installPackages(python, REQUIREMENTS), 'python');
