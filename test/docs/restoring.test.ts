import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shellBlocks } from '../../local/pages/shell-blocks.ts';
import { PROJECT } from '../../local/places.ts';
import { permissionsOf } from '../lib/permissions.ts';

const page = readFileSync(join(PROJECT, 'docs/deploying.md'), 'utf8');
const RESPONSES = 'arn:aws:dynamodb:us-east-1:000000000000:table/groundswell-production-responses';

const WRITING = ['dynamodb:PutItem', 'dynamodb:UpdateItem'];

/** The roles whose grants let them write a response: each a function of the same name. */
const writers = [
  ...new Set(
    permissionsOf('production')
      .filter(
        ({ actions, resources }) =>
          actions.some((action) => WRITING.includes(action)) && resources.includes(RESPONSES),
      )
      .map(({ role }) => role),
  ),
].sort();

/** The commands of the step that begins with these words, up to the step after it. */
const commandsOf = (step: string): string => {
  const begin = page.search(new RegExp(`^\\d+\\. ${step}`, 'm'));
  if (begin < 0) throw new Error(`docs/deploying.md has no step "${step}"`);
  const [text = ''] = page.slice(begin + 1).split(/^\d+\. /m);
  return shellBlocks(text)
    .map(({ commands }) => commands)
    .join('\n');
};

/** The functions that a loop of the page goes through. */
const loopedOver = (commands: string): readonly string[] =>
  (/\bfor NAME in ([a-z ]+)/.exec(commands)?.[1] ?? '').trim().split(' ').sort();

describe('before a table is restored', () => {
  it('nothing is taken in by any function that could write a response', () => {
    const commands = commandsOf('Take in nothing more');
    expect(writers).toEqual(['form', 'intake']);
    expect(loopedOver(commands)).toEqual(writers);
    expect(commands).toMatch(
      /put-function-concurrency[\s\S]*groundswell-\$STAGE-\$NAME[\s\S]*--reserved-concurrent-executions 0/,
    );
  });

  it('and all of them take in again afterwards', () => {
    const begin = page.indexOf('## Restoring from a backup');
    const section = page.slice(begin, page.indexOf('\n## ', begin + 1));
    const [, again = ''] = /(for NAME in [a-z ]+[^`]*?delete-function-concurrency[^`]*)/.exec(
      section.slice(section.search(/^2\. /m)),
    ) ?? [''];
    expect(loopedOver(again)).toEqual(writers);
  });
});
