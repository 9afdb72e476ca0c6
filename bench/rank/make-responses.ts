import { closeSync, openSync, writeSync } from 'node:fs';
import { createRandom } from '../../local/demonstration/random.ts';

/** How large a file of responses is to be. */
export type Size = {
  readonly responses: number;
  readonly organizations: number;
  readonly items: readonly string[];
  readonly levels: number;
};

const LINES_AT_ONCE = 2000;
const OPEN_SHARE = 0.1;

/** Writes a file of responses in random order, the same for the same seed; a tenth is left open. */
export const makeResponses = (path: string, seed: number, size: Size): void => {
  const { responses, organizations, items, levels } = size;
  const random = createRandom(seed);
  const answer = (): string =>
    random.fraction() < OPEN_SHARE ? '' : String(1 + random.below(levels));
  const line = (): string =>
    `organization-${1 + random.below(organizations)},${items.map(answer).join()}\r\n`;
  const file = openSync(path, 'w');
  writeSync(file, `organization,${items.join()}\r\n`);
  for (let written = 0; written < responses; written += LINES_AT_ONCE) {
    const lines = Math.min(LINES_AT_ONCE, responses - written);
    writeSync(file, Array.from({ length: lines }, line).join(''));
  }
  closeSync(file);
};
