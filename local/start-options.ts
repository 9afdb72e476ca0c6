import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { OWN_FILES } from './places.ts';

/** Where `npm start` keeps everything unless it is told otherwise. */
export const DEFAULT_STATE = join(OWN_FILES, 'local');

/** What `npm start` was asked for. */
export type StartOptions = {
  readonly port: number;
  readonly emulatorPort: number;
  /** Directory that keeps everything between two starts. */
  readonly state: string;
};

export class WrongOptionError extends Error {
  override readonly name = 'WrongOptionError';
}

/** Reads the options; the environment stands in for those that are not given. */
export const readStartOptions = (args: readonly string[], env: NodeJS.ProcessEnv): StartOptions => {
  const { values } = parse(args);
  const { port = env.GROUNDSWELL_PORT, state = env.GROUNDSWELL_STATE } = values;
  const emulatorPort = values['emulator-port'] ?? env.GROUNDSWELL_EMULATOR_PORT;
  return {
    port: portOf(port ?? '8080', '--port'),
    emulatorPort: portOf(emulatorPort ?? '4566', '--emulator-port'),
    state: resolve(state ?? DEFAULT_STATE),
  };
};

const USAGE = 'npm start -- [--port 8080] [--emulator-port 4566] [--state DIRECTORY]';

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        'emulator-port': { type: 'string' },
        state: { type: 'string' },
      },
    });
  } catch (cause) {
    throw new WrongOptionError(`Unknown option. Use ${USAGE}`, { cause });
  }
};

const portOf = (text: string, option: string): number => {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new WrongOptionError(`${option} takes a port number from 1 to 65535, not "${text}".`);
};
