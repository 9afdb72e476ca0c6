import { inspect } from 'node:util';
import { createNarrator, type Narrator } from './narrator.ts';

/** What a command has to work with. */
export type Program = Narrator & {
  /** Aborted by Ctrl-C, or when the program is told to end. */
  readonly signal: AbortSignal;
  /** Has `undo` done when the program ends, however it ends; the last one is done first. */
  readonly atEnd: (undo: Undo) => void;
  /** Ends already now what the program began, so that something can be said after it. */
  readonly end: (code: number) => Promise<void>;
};

/** Ends something; `code` is the exit code that the program is going to have. */
export type Undo = (code: number) => Promise<void>;

const INTERRUPTED = 130;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a command: what it began is ended again on success, failure and Ctrl-C alike. The exit
 * code is what `main` resolves to, 1 after an error, and 130 when it was interrupted.
 */
export const runProgram = async (main: (program: Program) => Promise<number>): Promise<void> => {
  const interruption = new AbortController();
  for (const name of SIGNALS) process.on(name, () => interruption.abort());
  const { signal } = interruption;
  const narrator = createNarrator(process.stdout, () => performance.now(), signal);
  const undos: Undo[] = [];
  let ending = false;
  const end = async (code: number): Promise<number> => {
    ending = true;
    return undoAll(undos.splice(0).reverse(), code);
  };
  const program: Program = {
    ...narrator,
    stage: async (name, work) => {
      if (!ending) signal.throwIfAborted();
      return narrator.stage(name, work);
    },
    signal,
    atEnd: (undo) => void undos.push(undo),
    end: async (code) => {
      process.exitCode = await end(code);
    },
  };
  const code = await outcomeOf(() => main(program), signal);
  process.exit(Math.max(await end(code), Number(process.exitCode ?? 0)));
};

const outcomeOf = async (main: () => Promise<number>, signal: AbortSignal): Promise<number> => {
  try {
    return await main();
  } catch (error) {
    if (signal.aborted) return INTERRUPTED;
    tellFailure(error);
    return 1;
  }
};

const undoAll = async (undos: readonly Undo[], code: number): Promise<number> => {
  let worst = code;
  for (const undo of undos) {
    try {
      await undo(worst);
    } catch (error) {
      tellFailure(error);
      worst = Math.max(worst, 1);
    }
  }
  return worst;
};

/** Our own errors were written for people; any other shows where it came from. */
const tellFailure = (error: unknown): void => {
  const ours = error instanceof Error && Object.hasOwn(error, 'name') && !('$metadata' in error);
  console.error(`\n${ours ? error.message : inspect(error)}\n`);
};
