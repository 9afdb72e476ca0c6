import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countDifferences } from './demonstration/count-differences.ts';
import { readCsv } from './demonstration/read-csv.ts';
import { PROJECT, shown } from './places.ts';

/** Counts the demonstration's responses anew and compares the final priorities with it. */
const directory = process.argv[2] ?? join(PROJECT, 'out', 'demo');
const read = async (name: string) => readCsv(await readFile(join(directory, name), 'utf8'));
const { compared, differences } = countDifferences(
  await read('responses.csv'),
  await read('priorities.csv'),
);
for (const difference of differences) console.log(difference);
console.log(
  `independent count of ${shown(directory)}: ${compared} figures compared, ${differences.length} differ`,
);
process.exitCode = differences.length === 0 && compared > 0 ? 0 : 1;
