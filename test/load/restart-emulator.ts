import { recount } from '../../local/demonstration/recount.ts';
import type { RunningAlone } from '../../local/deployment/bring-up-alone.ts';
import { findEmulator, obtainEmulator } from '../../local/emulator/obtain-emulator.ts';
import type { Emulator } from '../../local/emulator/start-emulator.ts';
import type { Program } from '../../local/program/run-program.ts';
import type { Gate } from './gate.ts';

/**
 * Stops an emulator in the middle of what it does and starts it again with the state that it
 * wrote; requests wait meanwhile. What its stream still held is forgotten, so all is re-counted.
 */
export const restartEmulator = async (
  program: Program,
  { emulator, deployment, port, places }: RunningAlone,
  gate: Gate,
): Promise<Emulator> => {
  gate.close();
  try {
    await emulator.stop();
    const again = await obtainEmulator(await findEmulator(), { port, places });
    program.atEnd(again.stop);
    await recount(deployment);
    return again;
  } finally {
    gate.open();
  }
};
