import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from './read-runbook.ts';

const POLICY = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny"}]}';

const helpers = commands.find((block) => /^lift\(\) \{$/m.test(block)) ?? '';
let home = '';

/** Types commands in a shell that knows the runbook's helpers, where AWS prints this as a policy. */
const type = (typed: string, printed: string) => {
  const aws = `aws() { case $2 in
    describe-table) echo arn ;;
    get-resource-policy) printf '%s' '${printed}' ;;
    *) echo "AWS: $2" >&2 ;;
  esac; }`;
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--norc', '-c', `${aws}\n${helpers}\n${typed}`],
    { env: { PATH: process.env.PATH, HOME: home, STAGE: 'production' }, encoding: 'utf8' },
  );
  return { status, stdout, asked: stderr };
};

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'groundswell-lifting-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('a policy that is taken off a table', () => {
  test('lies in a folder at home, which another shell finds', () => {
    expect(type('lift responses', POLICY)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('responses is open'),
      asked: expect.stringContaining('AWS: delete-resource-policy'),
    });
    const [folder = ''] = readdirSync(home);
    expect(readFileSync(join(home, folder, 'policy-responses.json'), 'utf8')).toBe(POLICY);
  });

  test.each([
    ['nothing is printed', ''],
    ['something else is printed', 'None'],
    ['it has no statement', '{}'],
  ])('is not taken off where %s', (_title, printed) => {
    const { status, asked } = type('lift responses', printed);
    expect(status).not.toBe(0);
    expect(asked).not.toContain('AWS:');
  });

  test('is not taken off where it cannot be kept', () => {
    const { status, asked } = type('KEPT=/nowhere\nlift responses', POLICY);
    expect(status).not.toBe(0);
    expect(asked).not.toContain('AWS:');
  });

  test('stays kept when the table is opened once more', () => {
    type(`lift responses; own_policy() { :; }; lift responses`, POLICY);
    const [folder = ''] = readdirSync(home);
    expect(readFileSync(join(home, folder, 'policy-responses.json'), 'utf8')).toBe(POLICY);
  });
});
