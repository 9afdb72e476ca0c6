import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT } from '../places.ts';
import { findPython } from '../python/find-python.ts';
import { installPackages } from '../python/install-packages.ts';

export class NoPythonForPagesError extends Error {
  override readonly name = 'NoPythonForPagesError';
}

const REQUIREMENTS = join(PROJECT, 'local', 'pages', 'requirements.txt');

/**
 * Installs the AWS CLI once and puts the command `aws` into `directory`, so that a page is tried
 * with the same one everywhere. It is version 1, the only one that is a Python package: what a
 * page says must work with both.
 */
export const putAwsCli = async (directory: string): Promise<void> => {
  const python = await findPython();
  if (!python) throw new NoPythonForPagesError('Trying pages needs Python 3.10 or later.');
  const commands = await installPackages(python, REQUIREMENTS);
  await mkdir(directory, { recursive: true });
  const command = join(directory, 'aws');
  // The installed command would look for the folder that it was installed in before it was moved.
  await writeFile(command, `#!/bin/sh\nexec '${join(commands, 'python')}' -m awscli "$@"\n`);
  await chmod(command, 0o755);
};
