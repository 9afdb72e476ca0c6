import { describeError } from '../../functions/middleware/safe-log-formatter.ts';
import { entryFaults, textFaults } from './log-line-faults.ts';

type Entry = Readonly<Record<string, unknown>>;

const faults: string[] = [];
let entries = 0;

const parsed = (line: string): Entry | undefined => {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return undefined;
  }
};

const isLogged = (entry: Entry): boolean => 'message' in entry && 'level' in entry;
const isMetric = (entry: Entry): boolean => '_aws' in entry;

/** Looks at one line; tells whether a function wrote it. */
export const watchLine = (line: string): boolean => {
  const entry = parsed(line);
  if (!entry || !(isLogged(entry) || isMetric(entry))) return false;
  entries += 1;
  const found = isLogged(entry) ? entryFaults(entry) : textFaults(line);
  faults.push(...found.map((fault) => `${fault}: ${line}`));
  return true;
};

/** Looks at what was written to a standard stream; tells whether functions wrote all of it. */
export const watchOutput = (chunk: string | Uint8Array): boolean => {
  const text = typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.length > 0 && lines.map(watchLine).every((isOfFunction) => isOfFunction);
};

let areStreamsWatched = false;

/** Looks at the standard streams from now on; files of tests that share a process do so once. */
export const watchStreams = (): void => {
  if (areStreamsWatched) return;
  areStreamsWatched = true;
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (...all: readonly unknown[]) => boolean;
    stream.write = ((chunk: string | Uint8Array, ...rest: readonly unknown[]) =>
      watchOutput(chunk) ? true : write(chunk, ...rest)) as typeof stream.write;
  }
};

/** Looks at an entry that a test's own log was given, as the functions' logger would write it. */
export const watchEntry = (code: unknown, ...attributes: readonly unknown[]): void => {
  const safe = (_name: string, value: unknown): unknown =>
    value instanceof Error ? describeError(value) : value;
  const entry = Object.assign({}, ...attributes, { level: 'INFO', message: code });
  watchLine(JSON.stringify(entry, safe));
};

/** What was wrong so far, which is forgotten, and how many entries were looked at. */
export const takeFaults = (): { readonly faults: readonly string[]; readonly entries: number } => {
  const taken = { faults: faults.splice(0), entries };
  entries = 0;
  return taken;
};
