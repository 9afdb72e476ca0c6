import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Tally } from './measure-design.ts';
import type { Stretch } from './worker.ts';

/**
 * Measures stretches of replicates on every processor. What comes out does not depend on how
 * many there are: each replicate has random numbers of its own.
 *
 * @param onDone told after each stretch how many are done
 */
export async function measureAll(
  stretches: readonly Stretch[],
  seed: number,
  onDone: (done: number) => void,
): Promise<readonly Tally[]> {
  const tallies: Tally[] = [];
  const waiting = [...stretches.entries()];
  let done = 0;
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: { seed } });
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [place, stretch] = next;
        tallies[place] = await ask(worker, stretch);
        done += 1;
        onDone(done);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return tallies;
}

async function ask(worker: Worker, stretch: Stretch): Promise<Tally> {
  worker.postMessage(stretch);
  const [tally] = await once(worker, 'message');
  return tally;
}
