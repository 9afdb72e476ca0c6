import { join } from 'node:path';
import { COMMANDS, type Places, PROJECT } from '../places.ts';
import { runCommand } from '../program/run-command.ts';
import type { Program } from '../program/run-program.ts';

const CONFIG = join(PROJECT, 'web', 'pages', 'vite.config.ts');

/** Builds the pages, as for a deployment to AWS; the directory that they lie in then. */
export const buildPages = async (
  { signal }: Pick<Program, 'signal'>,
  { directory, logs }: Places,
): Promise<string> => {
  const built = join(directory, 'pages');
  await runCommand(
    join(COMMANDS, 'vite'),
    ['build', '--config', CONFIG, '--outDir', built, '--emptyOutDir'],
    { env: { ...process.env, NODE_ENV: 'production' }, log: join(logs, 'pages.log'), signal },
  );
  return built;
};
