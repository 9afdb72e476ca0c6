import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../../local/places.ts';

const PAGES = { 'deploying.md': '##', 'runbook.md': '###' };

const read = (page: string): string => readFileSync(join(PROJECT, 'docs', page), 'utf8');

const anchorOf = (heading: string): string => heading.toLowerCase().replaceAll(' ', '-');

/** The anchors of a page's headings of one level, or of all. */
const anchorsIn = (page: string, level = '#+'): readonly string[] =>
  [...read(page).matchAll(new RegExp(`^${level} (.*)$`, 'gm'))].map(([, heading = '']) =>
    anchorOf(heading),
  );

/** Where links lead, to one of these pages, or within the same. */
const linked = (text: string, page: string): readonly string[] =>
  [...text.matchAll(new RegExp(`\\]\\((?:${page})?#([^)]+)\\)`, 'g'))].map(
    ([, anchor = '']) => anchor,
  );

describe.each(Object.entries(PAGES))('the contents of %s', (page, level) => {
  const [head = ''] = read(page).split(/^## /m);
  const contents = head.replaceAll(/^(?!- ).*$/gm, '');

  it('name every part, and each once', () => {
    expect([...linked(contents, page)].sort()).toEqual([...anchorsIn(page, level)].sort());
  });
});

describe.each(Object.keys(PAGES))('a link to a part of %s', (page) => {
  it.each(Object.keys(PAGES))('leads there from %s', (from) => {
    const within = new RegExp(`\\]\\(${from === page ? '' : page}#([^)]+)\\)`, 'g');
    for (const [, anchor] of read(from).matchAll(within)) expect(anchorsIn(page)).toContain(anchor);
  });
});
