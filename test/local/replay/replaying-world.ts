import type { CallOutcome, ReplayDeps } from '../../../local/replay/replay-failures.ts';

/** A stage's failures, in memory, and what became of them. */
export type ReplayingWorld = {
  readonly objects: Map<string, string>;
  readonly replayed: Map<string, string>;
  /** Keys that the queue has messages about. */
  readonly waiting: Set<string>;
  readonly calls: { readonly functionName: string; readonly payload: object }[];
  readonly said: string[];
};

export const replayingWorld = (objects: Readonly<Record<string, unknown>>): ReplayingWorld => ({
  objects: new Map(Object.entries(objects).map(([key, value]) => [key, JSON.stringify(value)])),
  replayed: new Map(),
  waiting: new Set(Object.keys(objects)),
  calls: [],
  said: [],
});

/** The deps of a replay on stage `test`; `answer` is what the functions do. */
export const replayDeps = (
  world: ReplayingWorld,
  answer: (functionName: string, payload: object) => Promise<CallOutcome> = async () => ({
    kind: 'done',
  }),
): ReplayDeps => ({
  stage: 'test',
  failures: {
    list: async () => [...world.objects.keys()],
    replayedAt: async (key) => world.replayed.get(key),
    read: async (key) => world.objects.get(key) ?? '',
    has: async (key) => world.objects.has(key),
    markReplayed: async (key, at) => void world.replayed.set(key, at.toISOString()),
  },
  queue: {
    settle: async (isSettled) => {
      const waiting = [...world.waiting];
      for (const key of waiting) if (await isSettled(key)) world.waiting.delete(key);
      return waiting.length - world.waiting.size;
    },
  },
  call: (functionName, payload) => {
    world.calls.push({ functionName, payload });
    return answer(functionName, payload);
  },
  now: () => new Date('2027-01-21T00:00:00.000Z'),
  say: (line) => void world.said.push(line),
});
