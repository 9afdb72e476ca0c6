import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { accessTable } from './access-table.ts';

const PAGE = fileURLToPath(new URL('../../docs/security.md', import.meta.url));
/** So long may it take to simulate every action of everyone. */
const SIMULATION_MS = 60_000;
const BEGIN = '<!-- made by npm run docs:access -->\n';
const END = '\n<!-- end -->';

const withTable = (page: string, table: string): string => {
  const [before = '', after] = page.split(BEGIN);
  const rest = after?.slice(after.indexOf(END));
  if (rest === undefined) throw new Error(`${PAGE} has no place for the table`);
  return `${before}${BEGIN}\n${table}\n${rest}`;
};

describe('the table of who may do what', () => {
  let table: string;

  beforeAll(async () => {
    table = await accessTable('production');
  }, SIMULATION_MS);

  test('in docs/security.md is the one that the policies give', async () => {
    const page = readFileSync(PAGE, 'utf8');
    await expect(withTable(page, table)).toMatchFileSnapshot(PAGE);
  });

  test(
    'is the same on every stage',
    async () => {
      expect(await accessTable('local')).toBe(table);
    },
    SIMULATION_MS,
  );

  test('lets neither another account nor nobody in particular do anything', () => {
    expect(table).not.toMatch(/another account|nobody in particular/);
    expect(table).toMatch(/\| nobody \|/);
  });
});
