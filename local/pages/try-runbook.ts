import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMANDS, PROJECT } from '../places.ts';
import type { Program } from '../program/run-program.ts';
import { shellBlocks } from './shell-blocks.ts';

const PAGE = 'docs/runbook.md';

/**
 * Makes the faults of docs/runbook.md on a deployment in an emulator and mends them with each
 * section's commands, as they stand; then names the commands that could not run there.
 */
export const tryRunbook = async (
  { signal }: Pick<Program, 'signal'>,
  show: (text: string) => void,
): Promise<number> => {
  const child = spawn(
    join(COMMANDS, 'vitest'),
    ['run', '--project=runbook', '--reporter=verbose'],
    {
      cwd: PROJECT,
      stdio: ['ignore', 'inherit', 'inherit'],
      signal,
    },
  );
  const [code] = await once(child, 'exit');
  for (const { line, section, onEmulator } of shellBlocks(
    await readFile(join(PROJECT, PAGE), 'utf8'),
  )) {
    if (onEmulator.kind === 'not') {
      show(`== ${PAGE}:${line} (${section}) left out: ${onEmulator.reason}\n`);
    }
  }
  return code ?? 1;
};
