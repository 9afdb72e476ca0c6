import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT, shown } from '../../local/places.ts';
import { runProgram } from '../../local/program/run-program.ts';
import { FULL, SHORT } from './load-size.ts';
import { runLoad } from './run-load.ts';
import { tellOutcome, unmetBy } from './tell-outcome.ts';

const OUT = join(PROJECT, 'out', 'load');
const INEXACT = 1;

/**
 * A poll under load on this machine, with processes killed and the emulator restarted; exits
 * with 0 only if the published final count is exactly what the clients were told, and all that
 * should disturb it took place. Neither it nor anything that it waits for may last for ever.
 */
await runProgram(async (program) => {
  const { values } = parseArgs({ options: { short: { type: 'boolean', default: false } } });
  program.say('Groundswell under load\n');
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  const outcome = await runLoad(program, values.short ? SHORT : FULL, OUT);
  const code = unmetBy(outcome).length === 0 ? 0 : INEXACT;
  await program.end(code);
  for (const line of ['', ...tellOutcome(outcome), `reports and responses: ${shown(OUT)}`]) {
    program.say(line);
  }
  return code;
});
