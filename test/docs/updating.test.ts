import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shellBlocks } from '../../local/pages/shell-blocks.ts';
import { PROJECT } from '../../local/places.ts';

const SETTINGS = 'bin/groundswell.ts';
/** Far enough apart that git sees two changes. */
const BETWEEN = '\n'.repeat(8);

const page = readFileSync(join(PROJECT, 'docs/deploying.md'), 'utf8');

/** What the page has typed in a section where git is used. */
const gitCommandsOf = (heading: string): string => {
  const found = shellBlocks(page).find(
    ({ section, commands }) => section === heading && /^git /m.test(commands),
  );
  if (!found) throw new Error(`docs/deploying.md uses no git under "${heading}"`);
  return found.commands;
};

const bin = (composition: string, siteUrl: string): string =>
  `${composition}${BETWEEN}siteUrl: ${siteUrl}\n`;

let checkout = '';
const git = (...args: readonly string[]) =>
  execFileSync('git', args, { cwd: checkout, stdio: 'ignore' });
const write = (content: string) => writeFileSync(join(checkout, SETTINGS), content);
const settings = () => readFileSync(join(checkout, SETTINGS), 'utf8');

/** Types a section's commands; gives whether all went well, and what the CDK was asked for. */
const type = (heading: string) => {
  const script = `npm() { :; }; npx() { echo "npx $*"; }\n${gitCommandsOf(heading)}`;
  const { status, stdout } = spawnSync('bash', ['--norc', '-c', script], {
    cwd: checkout,
    env: { ...process.env, STAGE: 'production' },
    encoding: 'utf8',
  });
  return { well: status === 0, diffed: stdout.includes('npx cdk diff') };
};

const release = (version: string, content: string): void => {
  write(content);
  git('commit', '-am', version);
  git('tag', '-am', version, version);
};

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'groundswell-updating-'));
  mkdirSync(join(checkout, 'bin'));
  git('init', '-b', 'main');
  git('config', 'user.name', 'You');
  git('config', 'user.email', 'you@example.org');
  write('');
  git('add', '.');
  git('commit', '-m', 'begin');
  release('v0.1.0', bin('old stacks', 'example'));
  release('v0.2.0', bin('new stacks', 'example'));
  git('checkout', 'v0.1.0');
  write(bin('old stacks', 'ours'));
  expect(type('The settings').well).toBe(true);
});

afterEach(() => rmSync(checkout, { recursive: true, force: true }));

describe('settings in a commit, as docs/deploying.md has them', () => {
  it('are in the release that is updated to, beside what it changed', () => {
    expect(type('Updating')).toEqual({ well: true, diffed: true });
    expect(settings()).toBe(bin('new stacks', 'ours'));
  });

  it('are in the release that is gone back to, also those that changed since', () => {
    type('Updating');
    write(bin('new stacks', 'ours since'));
    git('commit', '-am', 'Our settings');
    expect(type('Rolling back')).toEqual({ well: true, diffed: true });
    expect(settings()).toBe(bin('old stacks', 'ours since'));
  });

  it('are there when the next update starts from them', () => {
    type('Updating');
    type('Rolling back');
    expect(type('Updating')).toEqual({ well: true, diffed: true });
    expect(settings()).toBe(bin('new stacks', 'ours'));
  });

  it('stop an update and a way back as long as they are in no commit', () => {
    write(bin('old stacks', 'not committed'));
    expect(type('Updating')).toEqual({ well: false, diffed: false });
    expect(type('Rolling back')).toEqual({ well: false, diffed: false });
    expect(settings()).toBe(bin('old stacks', 'not committed'));
  });

  it('stop an update that changes the same line', () => {
    git('switch', 'main');
    git('tag', '-d', 'v0.2.0');
    release('v0.2.0', bin('new stacks', 'another example'));
    expect(type('Updating')).toEqual({ well: false, diffed: false });
  });
});
