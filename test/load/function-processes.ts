import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

type Process = {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  readonly command: string;
};

/**
 * The ids of the processes in which an emulator that this process started runs functions: the
 * `node` processes below its other children. A function's name leaves those of that one.
 */
export const functionProcesses = async (functionName?: string): Promise<readonly number[]> => {
  const all = await processes();
  const emulators = all.filter(
    ({ parent, name }) => parent === process.pid && name.startsWith('python'),
  );
  const ids = new Set(emulators.map(({ pid }) => pid));
  return all
    .filter(({ parent, name }) => ids.has(parent) && /^(node|MainThread)/.test(name))
    .filter(({ command }) => !functionName || command.includes(`-lambda-${functionName}-`))
    .map(({ pid }) => pid);
};

const LINE = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/;

const processes = async (): Promise<readonly Process[]> => {
  const columns = 'pid=,ppid=,comm=,args=';
  const { stdout } = await promisify(execFile)('ps', ['-A', '-ww', '-o', columns]);
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, path = '', command = ''] = LINE.exec(line) ?? [];
    if (pid === undefined) return [];
    const name = path.split('/').at(-1) ?? '';
    return [{ pid: Number(pid), parent: Number(parent), name, command }];
  });
};
