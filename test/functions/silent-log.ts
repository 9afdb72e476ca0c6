import type { Log } from '../../functions/middleware/logger.ts';

/** A log that nobody reads. */
export const silentLog = (): Log => ({
  addContext: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
});
