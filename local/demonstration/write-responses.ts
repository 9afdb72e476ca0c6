import { writeFile } from 'node:fs/promises';
import type { InForce } from './journal.ts';

/** Writes the responses in force: the organization, then one column an item, empty where open. */
export const writeResponses = async (
  path: string,
  items: readonly string[],
  responses: readonly InForce[],
): Promise<void> => {
  const rows = responses.map(({ organization, answers }) => [
    organization,
    ...items.map((item) => answers[item] ?? ''),
  ]);
  const lines = [['organization', ...items], ...rows].map((cells) => `${cells.join(',')}\r\n`);
  await writeFile(path, lines.join(''));
};
