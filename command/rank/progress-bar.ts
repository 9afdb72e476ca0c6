/** Where a progress bar goes: `process.stderr`, or a stand-in. */
export type Terminal = {
  readonly isTTY?: boolean | undefined;
  readonly write: (text: string) => unknown;
};

export type ProgressBar = {
  /** Shows how many bytes are read. */
  readonly show: (bytes: number) => void;
  /** Takes the bar away. */
  readonly clear: () => void;
};

const WIDTH = 30;
const BETWEEN_MS = 100;
const MB = 1_000_000;
const ERASE_LINE = '\r\x1b[2K';

/**
 * A bar of how much of a file is read, in its place on a terminal; elsewhere nothing.
 *
 * @param total the file's bytes; 0 where they are not known
 * @param now milliseconds
 */
export const createProgressBar = (
  terminal: Terminal,
  total: number,
  now: () => number,
): ProgressBar => {
  if (terminal.isTTY !== true) return { show: () => {}, clear: () => {} };
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    show: (bytes) => {
      if (now() - shownAt < BETWEEN_MS) return;
      shownAt = now();
      terminal.write(`${ERASE_LINE}${barOf(bytes, total)}`);
    },
    clear: () => void terminal.write(ERASE_LINE),
  };
};

const barOf = (bytes: number, total: number): string => {
  const read = (bytes / MB).toFixed(1);
  if (total === 0) return `  ${read} MB read`;
  const share = Math.min(1, bytes / total);
  const done = Math.round(share * WIDTH);
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `  [${'#'.repeat(done)}${'.'.repeat(WIDTH - done)}] ${percent} %, ${read} of ${(total / MB).toFixed(1)} MB`;
};
