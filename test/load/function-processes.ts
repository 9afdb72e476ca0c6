import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

type Process = { readonly pid: number; readonly parent: number; readonly command: string };

/**
 * The ids of the processes in which an emulator that this process started runs functions: the
 * `node` processes below its other children.
 */
export const functionProcesses = async (): Promise<readonly number[]> => {
  const all = await processes();
  const emulators = all.filter(
    ({ parent, command }) => parent === process.pid && command.startsWith('python'),
  );
  const ids = new Set(emulators.map(({ pid }) => pid));
  return all
    .filter(({ parent, command }) => ids.has(parent) && /^(node|MainThread)/.test(command))
    .map(({ pid }) => pid);
};

const processes = async (): Promise<readonly Process[]> => {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,comm=']);
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent, ...command] = line.trim().split(/\s+/);
      const name = command.join(' ').split('/').at(-1) ?? '';
      return { pid: Number(pid), parent: Number(parent), command: name };
    });
};
