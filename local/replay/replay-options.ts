import { parseArgs } from 'node:util';

/** What `npm run replay` was asked for. */
export type ReplayOptions = {
  readonly stage: string;
  /** Only says what would be replayed. */
  readonly dryRun: boolean;
};

/** The command was given what it does not know. */
export class ReplayUsageError extends Error {
  override readonly name = 'ReplayUsageError';
}

const STAGE = /^[a-z][a-z0-9]{0,10}$/;
const USAGE = 'Use npm run replay -- --stage production [--dry-run]';

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: { stage: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    }).values;
  } catch (cause) {
    throw new ReplayUsageError(`Unknown option. ${USAGE}`, { cause });
  }
};

/**
 * Reads the options.
 *
 * @throws ReplayUsageError where there is no stage, or something unknown
 */
export const readReplayOptions = (args: readonly string[]): ReplayOptions => {
  const { stage, 'dry-run': dryRun } = parse(args);
  if (!stage || !STAGE.test(stage)) throw new ReplayUsageError(`Name the stage. ${USAGE}`);
  return { stage, dryRun };
};
