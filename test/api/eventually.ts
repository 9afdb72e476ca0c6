import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 250;

/** Waits until `attempt` gives something, for so long at most. */
export const eventually = async <T>(
  what: string,
  patienceMs: number,
  attempt: () => Promise<T | undefined>,
): Promise<T> => {
  const patientUntil = Date.now() + patienceMs;
  for (;;) {
    const found = await attempt();
    if (found !== undefined) return found;
    if (Date.now() > patientUntil) throw new Error(`${what} took more than ${patienceMs / 1000} s`);
    await sleep(PAUSE_MS);
  }
};
