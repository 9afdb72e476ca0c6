/** Says what a program is doing, stage by stage. */
export type Narrator = {
  /** A line of its own. */
  readonly say: (line?: string) => void;
  /** Names a stage, does its work, and adds how long it took (or that it failed). */
  readonly stage: <T>(name: string, work: (show: ShowProgress) => Promise<T>) => Promise<T>;
};

/** Shows how far a stage is: in its place on a terminal, else as a line now and then. */
export type ShowProgress = (progress: string) => void;

/** Where a narrator's words go: `process.stdout`, or a stand-in. */
export type Output = {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly write: (text: string) => unknown;
};

type StageLine = {
  readonly show: ShowProgress;
  readonly finish: (ending: string) => void;
};

const NAME_WIDTH = 60;
const NARROWEST = 80;
const BETWEEN_LINES_MS = 15_000;
const ERASE_LINE = '\r\x1b[2K';

/**
 * A narrator that writes to `output`, with durations by `now` (milliseconds). A stage that ends
 * with an error has failed, unless `signal` says that it was interrupted.
 */
export const createNarrator = (
  output: Output,
  now: () => number,
  signal?: AbortSignal,
): Narrator => {
  const begin = output.isTTY === true ? terminalLine : plainLines;
  return {
    say: (line = '') => void output.write(`${line}\n`),
    stage: async (name, work) => {
      const begun = now();
      const { show, finish } = begin(output, `  ${name}`, now);
      try {
        const result = await work(show);
        finish(`${((now() - begun) / 1000).toFixed(1).padStart(7)} s`);
        return result;
      } catch (error) {
        finish(signal?.aborted ? '  stopped' : '   failed');
        throw error;
      }
    },
  };
};

const terminalLine = (output: Output, name: string): StageLine => {
  const width = (output.columns ?? NARROWEST) - 1;
  output.write(`${name} ...`);
  return {
    show: (progress) => output.write(`${ERASE_LINE}${`${name}: ${progress}`.slice(0, width)}`),
    finish: (ending) => output.write(`${ERASE_LINE}${name.padEnd(NAME_WIDTH)}${ending}\n`),
  };
};

const plainLines = (output: Output, name: string, now: () => number): StageLine => {
  let shown: number | undefined;
  output.write(name.padEnd(NAME_WIDTH));
  return {
    show: (progress) => {
      if (shown !== undefined && now() - shown < BETWEEN_LINES_MS) return;
      output.write(`${shown === undefined ? '\n' : ''}    ${progress}\n`);
      shown = now();
    },
    finish: (ending) => {
      if (shown !== undefined) output.write('    done'.padEnd(NAME_WIDTH));
      output.write(`${ending}\n`);
    },
  };
};
