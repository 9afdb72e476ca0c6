import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** What a program wrote, and how long its process took from start to end. */
export type NodeRun = {
  readonly output: string;
  readonly errors: string;
  readonly milliseconds: number;
};

/** A program that was to be measured ended with a fault. */
export class MeasuredProgramError extends Error {
  override readonly name = 'MeasuredProgramError';
}

/** Runs a program of Node's to its end. */
export const runNode = async (args: readonly string[]): Promise<NodeRun> => {
  const begun = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const milliseconds = performance.now() - begun;
  if (code === 0) return { output, errors, milliseconds };
  throw new MeasuredProgramError(`${args.join(' ')} ended with ${code}:\n${errors}`);
};
