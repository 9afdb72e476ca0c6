import { type Entry, type Outcome, sendEntry } from './send-entry.ts';

/** Where things are kept on the device, by name. */
export type Store = {
  readonly get: (name: string) => Promise<unknown>;
  readonly set: (name: string, value: unknown) => Promise<void>;
  readonly drop: (name: string) => Promise<unknown>;
  readonly names: (prefix: string) => Promise<readonly string[]>;
};

export const QUEUE = 'queue/';

/** Whether nothing is left to do for an entry. */
export const isFinal = ({ kind }: Outcome): boolean => kind === 'sent' || kind === 'refused';

/**
 * Sends everything that waits, one after the other. What `isDone` leaves the queue, unless a
 * newer version took its place meanwhile; that one waits for the next time. Sending the same
 * twice, from a page and from the worker at once, is the same once.
 */
export const flush = async (
  store: Store,
  isDone: (outcome: Outcome) => boolean = isFinal,
): Promise<ReadonlyMap<string, Outcome>> => {
  const outcomes = new Map<string, Outcome>();
  for (const name of await store.names(QUEUE)) {
    const entry = (await store.get(name)) as Entry | undefined;
    if (!entry) continue;
    const outcome = await sendEntry(entry);
    const newest = await store.get(name);
    if (isDone(outcome) && JSON.stringify(newest) === JSON.stringify(entry)) await store.drop(name);
    outcomes.set(name, outcome);
  }
  return outcomes;
};
