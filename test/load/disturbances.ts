import { readFile } from 'node:fs/promises';
import type { Deployment } from '../../local/deployment/describe-deployment.ts';
import { readFunctionLogs } from '../../local/emulator/save-function-logs.ts';
import { countOverlaps, type Run, runsIn, runsWithin, sumOfMetric } from './function-runs.ts';

/** How often functions got into each other's way, since the emulator was last started. */
export type Disturbances = {
  /** Tallies that were counted in vain, because another one was written meanwhile. */
  readonly lostRaces: number;
  /** Roll-ups that began while another one was under way. */
  readonly rollUpsAtOnce: number;
  /** Sweeps that began while another one was under way, of those that may have sealed. */
  readonly sealsAtOnce: number;
};

/**
 * Reads from what functions logged how they got into each other's way.
 *
 * @param sealing from when to when the poll was being sealed
 */
export const readDisturbances = async (
  { emulatorUrl, functions }: Deployment,
  handlersLog: string,
  sealing: Run,
): Promise<Disturbances> => {
  const { tally, rollUp, sweep } = functions;
  const logs = await readFunctionLogs(emulatorUrl, [tally, rollUp, sweep]);
  const logOf = (name: string) => logs.get(name) ?? [];
  const messages = logOf(tally).map(({ message }) => message);
  const handlers = (await readFile(handlersLog, 'utf8')).split('\n');
  return {
    lostRaces: sumOfMetric([...messages, ...handlers], 'LostRaces'),
    rollUpsAtOnce: countOverlaps(runsIn(logOf(rollUp))),
    sealsAtOnce: countOverlaps(runsWithin(runsIn(logOf(sweep)), sealing)),
  };
};
