import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { PROJECT, shown } from '../places.ts';

export class CommandFailedError extends Error {
  override readonly name = 'CommandFailedError';
}

const MOST_LINES = 6;
const TELLING = /_FAILED|❌|\berror\b/i;

/** Runs a command in the project's directory, with everything it says in the file `log`. */
export const runCommand = async (
  command: string,
  args: readonly string[],
  settings: {
    readonly env: NodeJS.ProcessEnv;
    readonly log: string;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<void> => {
  const { env, log, signal } = settings;
  signal?.throwIfAborted();
  await mkdir(dirname(log), { recursive: true });
  const output = openSync(log, 'w');
  // In a process group of its own, so that what it started in turn can be ended with it.
  const child = spawn(command, [...args], {
    cwd: PROJECT,
    env,
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const endAll = () => child.pid !== undefined && process.kill(-child.pid, 'SIGTERM');
  signal?.addEventListener('abort', endAll);
  const [code] = await once(child, 'exit');
  signal?.removeEventListener('abort', endAll);
  signal?.throwIfAborted();
  if (code !== 0) throw new CommandFailedError(await failure(command, args, log));
};

const failure = async (command: string, args: readonly string[], log: string): Promise<string> => {
  const lines = stripVTControlCharacters(await readFile(log, 'utf8'))
    .trim()
    .split('\n');
  const telling = lines.filter((line) => TELLING.test(line)).slice(0, MOST_LINES);
  const told = telling.length > 0 ? telling : lines.slice(-MOST_LINES);
  const what = [command.split('/').at(-1), args[0]].join(' ');
  return [`"${what}" failed.`, ...told.map((line) => `  ${line}`), `Its log: ${shown(log)}`].join(
    '\n',
  );
};
