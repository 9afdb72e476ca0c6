import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countDifferences } from './demonstration/count-differences.ts';
import { readCsv } from './demonstration/read-csv.ts';
import { PROJECT, shown } from './places.ts';
import { readArguments } from './program/read-arguments.ts';
import { runProgram } from './program/run-program.ts';

class NothingToCountError extends Error {
  override readonly name = 'NothingToCountError';
}

const USAGE = 'npm run check:count -- [DIRECTORY]';

/** Counts the demonstration's responses anew and compares the final priorities with it. */
await runProgram(async ({ say }) => {
  const [directory = join(PROJECT, 'out', 'demo')] = readArguments(process.argv.slice(2), USAGE, 1);
  const read = async (name: string) => {
    const text = await readFile(join(directory, name), 'utf8').catch((cause: unknown) => {
      const missing = `${shown(directory)} has no ${name}: run npm run demo first.`;
      throw new NothingToCountError(missing, { cause });
    });
    return readCsv(text);
  };
  const { compared, differences } = countDifferences(
    await read('responses.csv'),
    await read('priorities.csv'),
  );
  for (const difference of differences) say(difference);
  say(
    `independent count of ${shown(directory)}: ${compared} figures compared, ${differences.length} differ`,
  );
  return differences.length === 0 && compared > 0 ? 0 : 1;
});
