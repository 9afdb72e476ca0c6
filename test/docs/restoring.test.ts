import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shellBlocks } from '../../local/pages/shell-blocks.ts';
import { PROJECT } from '../../local/places.ts';
import { permissionsOf } from '../lib/permissions.ts';
import { guardedOf } from '../lib/resource-policies.ts';
import { templateOf } from '../lib/synthesized.ts';

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

/** A function of the page's shell, from its name to the brace that ends it. */
const functionOf = (name: string): string => {
  const [found] = new RegExp(`^( *)${name}\\(\\) \\{[\\s\\S]*?^\\1\\}$`, 'm').exec(page) ?? [];
  if (found === undefined) throw new Error(`docs/deploying.md has no function "${name}"`);
  return found;
};

describe('the policies that a restored table gets', () => {
  const template = JSON.stringify(templateOf('production', 'data'));

  /** What the page's `template_policy` prints, where the CDK prints today's template. */
  const policyOf = (of: 'table' | 'stream', name: string): unknown => {
    const script = `npx() { cat; }\n${functionOf('template_policy')}\ntemplate_policy ${of} ${name}`;
    const { stdout, stderr, status } = spawnSync('bash', ['--norc', '-c', script], {
      input: template,
      env: { PATH: process.env.PATH, STAGE: 'production', ACCOUNT: '000000000000' },
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    return JSON.parse(stdout);
  };

  it.each(guardedOf('production').filter(({ name }) => !name.startsWith('bucket/')))(
    'are those that it is deployed with: $name',
    ({ name, policy }) => {
      const [of = '', short = ''] = name.split('/');
      expect(policyOf(of as 'table' | 'stream', short)).toEqual(policy);
    },
  );

  it('are put on the table before anything else, and on the stream as soon as there is one', () => {
    const commands = [
      ...functionOf('protect').matchAll(/aws dynamodb ((?:put|update)-[a-z-]+)/g),
    ].map(([, command]) => command);
    expect(commands).toEqual([
      'put-resource-policy',
      'update-table',
      'update-continuous-backups',
      'update-time-to-live',
      'update-table',
      'put-resource-policy',
    ]);
    const [toTable, toStream] = [
      ...functionOf('protect').matchAll(
        /put-resource-policy --policy "\$\(template_policy (\w+) \$2\)"[^)]*--query Table\.(\w+)/g,
      ),
    ].map(([, of, arn]) => [of, arn]);
    expect(toTable).toEqual(['table', 'TableArn']);
    expect(toStream).toEqual(['stream', 'LatestStreamArn']);
  });
});
