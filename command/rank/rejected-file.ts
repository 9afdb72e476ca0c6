import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RejectedRow, RowFault } from '../responses/response-counter.ts';

/** The rows with one fault: how many, and where the first one is. */
export type Rejections = RowFault & { readonly rows: number; readonly firstLine: number };

/** The file that names the rows that were not counted. */
export type RejectedFile = {
  readonly add: (row: RejectedRow) => void;
  /** Ends the file; gives the rows by fault, the most frequent first. None: there is no file. */
  readonly close: () => readonly Rejections[];
  /** Removes what was written, and the folder where it was made for it. */
  readonly discard: () => void;
};

const BATCH = 1000;
const HEADER = 'line,column,reason\r\n';

/**
 * A file of rejected rows, made with its folder when the first one comes. It names the line, the
 * column and what was expected there, never what stood there: it may lie beside what is published.
 */
export const createRejectedFile = (path: string): RejectedFile => {
  const byFault = new Map<string, { fault: RowFault; rows: number; firstLine: number }>();
  let descriptor: number | undefined;
  /** The outermost folder that was made for the file, if any was. */
  let madeFolder: string | undefined;
  let waiting: string[] = [];

  const flush = (): void => {
    if (waiting.length === 0) return;
    if (descriptor === undefined) {
      madeFolder = mkdirSync(dirname(path), { recursive: true });
      descriptor = openSync(path, 'w');
      writeSync(descriptor, HEADER);
    }
    writeSync(descriptor, waiting.join(''));
    waiting = [];
  };

  const end = (): void => {
    if (descriptor !== undefined) closeSync(descriptor);
    descriptor = undefined;
  };

  return {
    add: ({ line, column, expected }) => {
      waiting.push(`${line},${column ?? ''},"expected ${expected.replaceAll('"', '""')}"\r\n`);
      if (waiting.length >= BATCH) flush();
      const key = `${column}\n${expected}`;
      const known = byFault.get(key);
      if (known) known.rows += 1;
      else byFault.set(key, { fault: { column, expected }, rows: 1, firstLine: line });
    },
    close: () => {
      flush();
      end();
      return [...byFault.values()]
        .map(({ fault, rows, firstLine }) => ({ ...fault, rows, firstLine }))
        .sort((a, b) => b.rows - a.rows || a.firstLine - b.firstLine);
    },
    discard: () => {
      if (descriptor === undefined) return;
      end();
      rmSync(madeFolder ?? path, { recursive: true, force: true });
    },
  };
};
