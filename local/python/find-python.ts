import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A Python that can run the emulator. */
export type Python = { readonly command: string; readonly version: string };

const run = promisify(execFile);

const OLDEST_MINOR = 10;
const COMMANDS = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10'];
const PRINT_VERSION = 'import platform; print(platform.python_version())';

/** The first Python on the PATH that is 3.10 or later; `undefined` if there is none. */
export const findPython = async (
  commands: readonly string[] = COMMANDS,
): Promise<Python | undefined> => {
  for (const command of commands) {
    const version = await versionOf(command);
    if (version !== undefined && isRecent(version)) return { command, version };
  }
  return undefined;
};

const versionOf = async (command: string): Promise<string | undefined> => {
  try {
    const { stdout } = await run(command, ['-c', PRINT_VERSION], { timeout: 20_000 });
    return stdout.trim();
  } catch {
    return undefined;
  }
};

const isRecent = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 3 || (major === 3 && minor >= OLDEST_MINOR);
};
