import { describeError } from '../../functions/middleware/safe-log-formatter.ts';
import { PROJECT } from '../../local/places.ts';
import { isOfLog, lineJudge } from './log-line-faults.ts';
import { ownSecrets } from './secrets.ts';

/** What runs in a function; whatever these write to a standard stream is in its log. */
const OF_FUNCTIONS = ['functions/', 'adapters/', 'core/', 'schemas/', 'web/form/'];

/** What writes on behalf of others. */
const IN_BETWEEN = ['node_modules/', 'test/logged/', 'test/functions/captured-output.ts'];

const MOST_FRAMES = 60;

const lines: string[] = [];

/** The file of the project, within it, that is writing right now. */
const writer = (): string | undefined => {
  const most = Error.stackTraceLimit;
  Error.stackTraceLimit = MOST_FRAMES;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = most;
  return stack
    .split('\n')
    .flatMap((frame) => frame.split(`${PROJECT}/`)[1] ?? [])
    .find((file) => !IN_BETWEEN.some((folder) => file.startsWith(folder)));
};

const isWrittenByFunction = (): boolean => {
  const file = writer();
  return file !== undefined && OF_FUNCTIONS.some((folder) => file.startsWith(folder));
};

/** Takes up a line if a function wrote it; tells whether one did. */
export const watchLine = (line: string): boolean => {
  if (!isOfLog(line) && !isWrittenByFunction()) return false;
  lines.push(line);
  return true;
};

/** Takes up what was written to a standard stream; tells whether functions wrote all of it. */
export const watchOutput = (chunk: string | Uint8Array): boolean => {
  const text = typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
  const written = text.split('\n').filter((line) => line !== '');
  return written.length > 0 && written.map(watchLine).every((ofFunction) => ofFunction);
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

/** Takes up an entry that a test's own log was given, as the functions' logger would write it. */
export const watchEntry = (code: unknown, ...attributes: readonly unknown[]): void => {
  const safe = (_name: string, value: unknown): unknown =>
    value instanceof Error ? describeError(value) : value;
  const entry = Object.assign({}, ...attributes, { level: 'INFO', message: code });
  watchLine(JSON.stringify(entry, safe));
};

/**
 * What is wrong with the lines so far, which are forgotten, and how many there were. They are
 * judged now and not when they were written, for a receipt that a function makes is known only
 * once it has answered.
 */
export const takeFaults = (): { readonly faults: readonly string[]; readonly lines: number } => {
  const taken = lines.splice(0);
  const judge = lineJudge(ownSecrets);
  const faults = taken.flatMap((line) => judge(line).map((fault) => `${fault}: ${line}`));
  return { faults, lines: taken.length };
};
