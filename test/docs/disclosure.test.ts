import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FigureStatus, withoutGroups } from '../../schemas/figure-status.ts';

const HEADING = '## What people who read reports will see';
const page = readFileSync(new URL('../../docs/disclosure.md', import.meta.url), 'utf8');
const part = page.split(HEADING)[1]?.split('\n## ')[0] ?? '';
const rows = [...part.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)];

describe('the table of statuses in docs/disclosure.md', () => {
  it('has a row for each status that a report can have, once, and no other', () => {
    const statuses = [...FigureStatus.options, ...Object.keys(withoutGroups)];
    expect(rows.map(([, status]) => status).toSorted()).toEqual(statuses.toSorted());
  });

  it('says of each what it means', () => {
    for (const [, , meaning] of rows) expect(meaning?.length).toBeGreaterThan(10);
  });
});
