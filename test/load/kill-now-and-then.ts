import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../local/demonstration/random.ts';
import type { Gate } from './gate.ts';

/** How many processes of a kind were killed. */
export type Killed = Record<string, number>;

/**
 * Kills a random process of one kind after the other (SIGKILL), every `everyMs`, until `signal`
 * ends it; not while the gate is closed.
 *
 * @param kinds the ids of the processes there are, by kind
 */
export const killNowAndThen = async (settings: {
  readonly kinds: Readonly<Record<string, () => Promise<readonly number[]> | readonly number[]>>;
  readonly everyMs: number;
  readonly gate: Gate;
  readonly random: Random;
  readonly signal: AbortSignal;
}): Promise<Killed> => {
  const { kinds, everyMs, gate, random, signal } = settings;
  const killed: Killed = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, 0]));
  while (!signal.aborted) {
    for (const [kind, pidsOf] of Object.entries(kinds)) {
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
      await gate.passed();
      const pids = await pidsOf();
      const pid = pids[random.below(pids.length)];
      if (pid !== undefined && !signal.aborted && kill(pid)) killed[kind] = (killed[kind] ?? 0) + 1;
    }
  }
  return killed;
};

/** Kills a process (SIGKILL); false where it has ended by itself since it was looked up. */
export const kill = (pid: number): boolean => {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
};
