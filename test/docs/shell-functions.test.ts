import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shellBlocks } from '../../local/pages/shell-blocks.ts';
import { PROJECT } from '../../local/places.ts';

/** The name of each function that is defined in the commands of both pages for engineers. */
const defined = ['deploying', 'runbook'].flatMap((page) =>
  shellBlocks(readFileSync(join(PROJECT, `docs/${page}.md`), 'utf8')).flatMap(({ commands }) =>
    [...commands.matchAll(/^ *([a-z_]+)\(\) \{/gm)].map(([, name = '']) => name),
  ),
);

it('a name is that of one function on both pages, so that one shell can know all of them', () => {
  expect(defined.length).toBeGreaterThan(20);
  expect(defined.filter((name, place) => defined.indexOf(name) !== place)).toEqual([]);
});
