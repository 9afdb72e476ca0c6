import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEmulator, obtainEmulator } from '../emulator/obtain-emulator.ts';
import { PROJECT, placesIn } from '../places.ts';
import { findFreePort } from '../ports.ts';
import type { Program } from '../program/run-program.ts';
import { emulatorScript } from './emulator-script.ts';
import { runScript } from './run-script.ts';
import { shellBlocks } from './shell-blocks.ts';

const PAGE = 'docs/deploying.md';

/**
 * Runs the commands of docs/deploying.md, as they stand and in one shell, against an emulator
 * that is empty.
 */
export const tryDeploying = async (
  program: Pick<Program, 'atEnd' | 'signal'>,
  show: (text: string) => void,
): Promise<number> => {
  const directory = await mkdtemp(join(tmpdir(), 'groundswell-deploying-'));
  program.atEnd(() => rm(directory, { recursive: true, force: true }));
  const emulator = await obtainEmulator(await findEmulator(), {
    port: await findFreePort(),
    places: placesIn(join(directory, 'run')),
  });
  program.atEnd(emulator.stop);
  const { endpoint } = emulator;
  const blocks = shellBlocks(await readFile(join(PROJECT, PAGE), 'utf8'));
  const { code } = await runScript(emulatorScript(PAGE, blocks), {
    endpoint,
    // The emulator's tokens are signed with keys that lie elsewhere than Cognito's.
    context: { userPoolEndpoint: endpoint },
    directory: join(directory, 'commands'),
    signal: program.signal,
    show,
  });
  return code;
};
