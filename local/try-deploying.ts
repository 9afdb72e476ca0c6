import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandEnvironment } from './aws/command-environment.ts';
import { findEmulator, obtainEmulator } from './emulator/obtain-emulator.ts';
import { emulatorScript } from './pages/emulator-script.ts';
import { shellBlocks } from './pages/shell-blocks.ts';
import { PROJECT, placesIn } from './places.ts';
import { findFreePort } from './ports.ts';
import { runProgram } from './program/run-program.ts';

const PAGE = 'docs/deploying.md';

/**
 * Runs the commands of docs/deploying.md, as they stand and in one shell, against an emulator
 * that is empty. It needs what the page asks for, the AWS CLI among it.
 */
await runProgram(async (program) => {
  const directory = await mkdtemp(join(tmpdir(), 'groundswell-deploying-'));
  program.atEnd(() => rm(directory, { recursive: true, force: true }));
  const blocks = shellBlocks(await readFile(join(PROJECT, PAGE), 'utf8'));
  const script = join(directory, 'deploying.sh');
  await writeFile(script, emulatorScript(PAGE, blocks));
  const places = placesIn(join(directory, 'run'));
  const emulator = await obtainEmulator(await findEmulator(), {
    port: await findFreePort(),
    places,
  });
  program.atEnd(emulator.stop);
  const child = spawn('bash', [script], {
    cwd: PROJECT,
    env: commandEnvironment(emulator.endpoint),
    stdio: ['ignore', 'inherit', 'inherit'],
    signal: program.signal,
  });
  const [code] = await once(child, 'exit');
  return code ?? 1;
});
