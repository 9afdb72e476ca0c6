import type { Call } from '../../local/api/call.ts';

/** Calls of which only so many are under way at once. */
export type LimitedCall = {
  readonly call: Call;
  /** The most that ever were. */
  readonly mostAtOnce: () => number;
};

/** Has calls wait for their turn, first come first served, so that at most `limit` run at once. */
export const atMost = (limit: number, call: Call): LimitedCall => {
  const waiting: (() => void)[] = [];
  let [running, most] = [0, 0];
  const begin = async (): Promise<void> => {
    if (running >= limit) {
      await new Promise<void>((resolve) => void waiting.push(resolve));
    } else running += 1;
    most = Math.max(most, running);
  };
  /** The turn goes over to whoever waits longest. */
  const end = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return {
    call: async (request) => {
      await begin();
      try {
        return await call(request);
      } finally {
        end();
      }
    },
    mostAtOnce: () => most,
  };
};
