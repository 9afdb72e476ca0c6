import type { Places } from '../places.ts';
import { findPython } from '../python/find-python.ts';
import { installEmulator, isInstalled } from './install-emulator.ts';
import { isHealthy } from './is-healthy.ts';
import { type Emulator, startEmulator } from './start-emulator.ts';

/** Which emulator a run will use. */
export type EmulatorSource =
  | { readonly kind: 'given'; readonly endpoint: string }
  | { readonly kind: 'own'; readonly installed: boolean; readonly python: () => Promise<string> };

export class NoEmulatorError extends Error {
  override readonly name = 'NoEmulatorError';
}

const VARIABLE = 'GROUNDSWELL_AWS_ENDPOINT';

/**
 * Looks for an emulator: the one that `GROUNDSWELL_AWS_ENDPOINT` names, or one of our own that
 * needs Python 3.10 or later.
 */
export const findEmulator = async (
  env: NodeJS.ProcessEnv = process.env,
  python: typeof findPython = findPython,
): Promise<EmulatorSource> => {
  const given = env[VARIABLE];
  if (given) return { kind: 'given', endpoint: await checked(given) };
  const found = await python();
  if (found === undefined) throw new NoEmulatorError(BOTH_WAYS);
  const installed = await isInstalled(found);
  return { kind: 'own', installed, python: () => installEmulator(found) };
};

/** The emulator itself, started unless it was given. One that was given is left running. */
export const obtainEmulator = async (
  source: EmulatorSource,
  settings: { readonly port: number; readonly places: Places },
): Promise<Emulator> => {
  if (source.kind === 'own') return startEmulator({ python: await source.python(), ...settings });
  const { endpoint } = source;
  return { endpoint, ended: new Promise(() => {}), stop: async () => {} };
};

const BOTH_WAYS = `Groundswell needs an AWS emulator. Either
  - install Python 3.10 or later, so that python3 starts one by itself, or
  - start one (MiniStack) yourself and name it: ${VARIABLE}=http://127.0.0.1:4566`;

const checked = async (endpoint: string): Promise<string> => {
  const { protocol, hostname, origin } = parsed(endpoint);
  if (!/^https?:$/.test(protocol) || /amazonaws|\.aws$/.test(hostname)) {
    throw new NoEmulatorError(`${VARIABLE} must be an emulator's address, not "${endpoint}".`);
  }
  if (!(await isHealthy(origin))) {
    throw new NoEmulatorError(`No emulator answers at ${origin}, which ${VARIABLE} names.`);
  }
  return origin;
};

const parsed = (endpoint: string): URL => {
  try {
    return new URL(endpoint);
  } catch (cause) {
    throw new NoEmulatorError(`${VARIABLE} is not an address: "${endpoint}"`, { cause });
  }
};
