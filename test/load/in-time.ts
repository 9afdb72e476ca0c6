import { setTimeout as sleep } from 'node:timers/promises';

/** Something did not come in the time that it was given; the message says what. */
export class NotInTimeError extends Error {
  override readonly name = 'NotInTimeError';

  constructor(what: string, ms: number) {
    super(`${what} did not come within ${ms / 1000} s.`);
  }
}

/** How long to wait, and how often to look. */
export type Patience = {
  readonly patienceMs: number;
  readonly everyMs: number;
  readonly signal: AbortSignal;
};

/**
 * Looks again and again until what is waited for is there.
 *
 * @throws NotInTimeError after `patienceMs`, with `what` in its message
 */
export const until = async <Found>(
  what: string,
  look: () => Promise<Found | undefined> | Found | undefined,
  { patienceMs, everyMs, signal }: Patience,
): Promise<Found> => {
  const patientUntil = performance.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > patientUntil) throw new NotInTimeError(what, patienceMs);
    await sleep(everyMs, undefined, { signal });
  }
};

/**
 * Does work that must end within `mostMs`; its signal is aborted when it has not, or when
 * `outer` is.
 *
 * @throws NotInTimeError where it has not, with `what` in its message
 */
export const within = async <Result>(
  what: string,
  mostMs: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  const over = new AbortController();
  const working = work(AbortSignal.any([outer, over.signal]));
  const late = sleep(mostMs, undefined, { signal: over.signal }).then(() => {
    throw new NotInTimeError(what, mostMs);
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([working, late]);
  } finally {
    over.abort();
    working.catch(() => undefined);
  }
};
