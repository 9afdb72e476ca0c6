import type { Random } from '../../local/demonstration/random.ts';
import { functionProcesses } from './function-processes.ts';
import type { Gate } from './gate.ts';
import type { HandlerPool } from './handler-pool.ts';
import { type Killed, killNowAndThen } from './kill-now-and-then.ts';
import type { LoadSize } from './load-size.ts';

/** Does `work` while processes are killed, those of a pool and those of the emulator's functions. */
export const underChaos = async <Result>(
  work: () => Promise<Result>,
  {
    pool,
    gate,
    random,
    size,
  }: {
    readonly pool: HandlerPool;
    readonly gate: Gate;
    readonly random: Random;
    readonly size: LoadSize;
  },
): Promise<{ readonly result: Result; readonly killed: Killed }> => {
  const over = new AbortController();
  const killing = killNowAndThen({
    kinds: { handlers: pool.pids, functions: () => functionProcesses() },
    everyMs: size.killEveryMs,
    gate,
    random,
    signal: over.signal,
  });
  try {
    const result = await work();
    over.abort();
    return { result, killed: await killing };
  } finally {
    over.abort();
  }
};
