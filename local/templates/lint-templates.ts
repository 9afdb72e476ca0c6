import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT } from '../places.ts';
import { findPython } from '../python/find-python.ts';
import { installPackages } from '../python/install-packages.ts';

export class NotSynthesizedError extends Error {
  override readonly name = 'NotSynthesizedError';
}

export class NoPythonError extends Error {
  override readonly name = 'NoPythonError';
}

const REQUIREMENTS = join(PROJECT, 'local', 'templates', 'requirements.txt');

/** Its own command would look for the folder that it was installed in before it was moved. */
const RUN = 'from cfnlint.runner import main; main()';

/**
 * W3005: the CDK has a function wait for its role's policy, and so for the role, too. Only the
 * latter is needless, and it cannot be taken out without the former.
 */
const IGNORED = ['W3005'];

/**
 * The templates of a stage, written below `directory`. Bundles are left out: no rule looks at
 * what a function does.
 *
 * @throws NotSynthesizedError if the app says no; it has printed why
 */
export const synthesizeTemplates = async (
  stage: string,
  directory: string,
): Promise<readonly string[]> => {
  const { context } = JSON.parse(await readFile(join(PROJECT, 'cdk.json'), 'utf8'));
  const stated = {
    stage,
    siteUrl: 'https://poll.test',
    operatorEmails: ['engineer@example.org'],
    'aws:cdk:bundling-stacks': [],
  };
  const code = await exitCodeOf(process.execPath, [join(PROJECT, 'bin', 'groundswell.ts')], {
    CDK_OUTDIR: directory,
    CDK_CONTEXT_JSON: JSON.stringify({ ...context, ...stated }),
  });
  if (code !== 0) throw new NotSynthesizedError(`stage ${stage} was not synthesized, see above`);
  const written = await readdir(directory);
  return written
    .filter((name) => name.endsWith('.template.json'))
    .map((name) => join(directory, name));
};

/** Has cfn-lint look at templates; it prints what it finds. The exit code is 0 if it is nothing. */
export const lintTemplates = async (templates: readonly string[]): Promise<number> => {
  const python = await findPython();
  if (!python) throw new NoPythonError('Checking templates needs Python 3.10 or later.');
  const commands = await installPackages(python, REQUIREMENTS);
  const ignored = ['--ignore-checks', ...IGNORED];
  return exitCodeOf(join(commands, 'python'), ['-c', RUN, ...ignored, '--', ...templates]);
};

const exitCodeOf = async (
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<number> => {
  const child = spawn(command, args, {
    cwd: PROJECT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const [code] = await once(child, 'exit');
  return code ?? 1;
};
