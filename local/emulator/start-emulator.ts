import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Places, PROJECT, shown } from '../places.ts';
import { isHealthy } from './is-healthy.ts';

/** A running emulator. */
export type Emulator = {
  readonly endpoint: string;
  /** Settles when it has ended, by itself or because it was stopped. */
  readonly ended: Promise<void>;
  /** Stops it and waits until its state is written. */
  readonly stop: () => Promise<void>;
};

export class EmulatorNotStartedError extends Error {
  override readonly name = 'EmulatorNotStartedError';
}

export class EmulatorNotStoppedError extends Error {
  override readonly name = 'EmulatorNotStoppedError';
}

const RUNNER = join(PROJECT, 'local', 'run-emulator.py');
const STATE_IN_USE = 3;
const START_MS = 60_000;
const STOP_MS = 40_000;

/**
 * Starts MiniStack on the loopback interface with its state in `places`, which it keeps over a
 * clean stop. `python` is the command of the Python that it is installed in.
 */
export const startEmulator = async (settings: {
  readonly python: string;
  readonly port: number;
  readonly places: Places;
}): Promise<Emulator> => {
  const { python, port, places } = settings;
  await mkdir(places.logs, { recursive: true });
  const log = join(places.logs, 'emulator.log');
  const child = launch(python, environment(port, places), log);
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await untilHealthy(endpoint, child, log);
  } catch (error) {
    await stop(child, ended, log);
    throw error;
  }
  return { endpoint, ended, stop: () => stop(child, ended, log) };
};

/** Nothing of the user's own AWS settings may reach the emulator or the functions in it. */
const environment = (port: number, places: Places) => ({
  PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
  HOME: places.directory,
  LANG: 'C.UTF-8',
  PYTHONDONTWRITEBYTECODE: '1',
  TMPDIR: join(places.directory, 'tmp'),
  BIND_HOST: '127.0.0.1',
  GATEWAY_PORT: String(port),
  PERSIST_STATE: '1',
  STATE_DIR: places.state,
  S3_PERSIST: '1',
  S3_DATA_DIR: join(places.directory, 'objects'),
  IOT_MTLS_ENABLED: '0',
  SFTP_ENABLED: '0',
  LAMBDA_WARM_TTL_SECONDS: '60',
  LOG_LEVEL: 'INFO',
});

/** In a process group of its own, or Ctrl-C would end it before those who still need it. */
const launch = (python: string, env: NodeJS.ProcessEnv, log: string): ChildProcess => {
  const output = openSync(log, 'a');
  const child = spawn(python, [RUNNER], { env, detached: true, stdio: ['pipe', output, output] });
  closeSync(output);
  return child;
};

const untilHealthy = async (endpoint: string, child: ChildProcess, log: string): Promise<void> => {
  const patientUntil = Date.now() + START_MS;
  while (!(await isHealthy(endpoint))) {
    if (child.exitCode === STATE_IN_USE) {
      throw new EmulatorNotStartedError('Another run uses the same state. Stop that one first.');
    }
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
      throw new EmulatorNotStartedError(
        `The emulator ended while starting. Its log: ${shown(log)}`,
      );
    }
    if (Date.now() > patientUntil) {
      throw new EmulatorNotStartedError(
        `The emulator did not answer within ${START_MS / 1000} s. Its log: ${shown(log)}`,
      );
    }
    await sleep(100);
  }
};

const stop = async (child: ChildProcess, ended: Promise<void>, log: string): Promise<void> => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const patience = new AbortController();
  const late = sleep(STOP_MS, true, { signal: patience.signal }).catch(() => false);
  const gaveUp = await Promise.race([ended.then(() => false), late]);
  patience.abort();
  if (!gaveUp) return;
  process.kill(-child.pid, 'SIGKILL');
  await once(child, 'exit');
  throw new EmulatorNotStoppedError(
    `The emulator did not stop within ${STOP_MS / 1000} s and was killed: what it held since its last start may be lost. Its log: ${shown(log)}`,
  );
};
