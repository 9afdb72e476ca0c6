import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type LocalFile, readLocalFile } from '../../local/people/local-file.ts';
import { PROJECT, placesIn } from '../../local/places.ts';

const UP = 'Ctrl-C stops everything';

/** A command that ran to its end. */
export type Ended = { readonly code: number | null; readonly output: string };

/** What `npm start` runs, up and serving. */
export type Started = {
  readonly local: LocalFile;
  /** Presses Ctrl-C and waits until it has ended. */
  readonly interrupt: () => Promise<Ended>;
};

/** Runs one of the project's commands to its end. */
export const runLocal = async (file: string, args: readonly string[]): Promise<Ended> => {
  const { child, said } = launch(file, args);
  const [code] = await once(child, 'exit');
  return { code, output: said() };
};

/** Runs `npm start` until it is up. */
export const runStart = async (state: string, args: readonly string[]): Promise<Started> => {
  const { child, said } = launch('start.ts', ['--state', state, ...args]);
  const ended = once(child, 'exit');
  const up = new Promise<void>((resolve) => {
    child.stdout?.on('data', () => said().includes(UP) && resolve());
  });
  await Promise.race([up, ended]);
  if (child.exitCode !== null) throw new Error(`npm start ended: ${said()}`);
  return {
    local: await readLocalFile(placesIn(state).description),
    interrupt: async () => {
      child.kill('SIGINT');
      const [code] = await ended;
      return { code, output: said() };
    },
  };
};

const launch = (
  file: string,
  args: readonly string[],
): { child: ChildProcess; said: () => string } => {
  const child = spawn(process.execPath, [join(PROJECT, 'local', file), ...args], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  return { child, said: () => text };
};
