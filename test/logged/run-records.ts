import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names the directory in which every process of a run notes what the end of the run is to know. */
export const RUN_RECORDS = 'GROUNDSWELL_RUN_RECORDS';

/** What no log may ever hold, ids of responses, and what deployed functions logged, line by line. */
type Kind = 'secrets' | 'response-ids' | 'lines';

/** Notes lines for the end of the run; nothing where nobody looks at them then. */
export const record = (kind: Kind, lines: readonly string[]): void => {
  const directory = process.env[RUN_RECORDS];
  if (!directory || lines.length === 0) return;
  appendFileSync(join(directory, kind), lines.map((line) => `${line}\n`).join(''));
};

/** What all processes of the run have noted. */
export const recorded = (directory: string, kind: Kind): readonly string[] => {
  const file = join(directory, kind);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
};
