import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { CONTEXT_VARIABLE, emulatorScript } from '../../../local/pages/emulator-script.ts';
import type { ShellBlock } from '../../../local/pages/shell-blocks.ts';

const directory = mkdtempSync(join(tmpdir(), 'groundswell-script-'));
writeFileSync(join(directory, 'npx'), '#!/bin/sh\nprintf "[%s]" "$@"\n');
chmodSync(join(directory, 'npx'), 0o755);

afterAll(() => rmSync(directory, { recursive: true }));

const block = (commands: string, onEmulator: ShellBlock['onEmulator']): ShellBlock => ({
  ...{ section: '', line: 1, commands, onEmulator },
});

const asItStands = (commands: string) => block(commands, { kind: 'as-it-stands' });

const run = (blocks: readonly ShellBlock[], context: object = {}) => {
  const { status, stdout } = spawnSync('bash', {
    input: emulatorScript('page', blocks),
    encoding: 'utf8',
    env: { PATH: `${directory}:${process.env.PATH}`, [CONTEXT_VARIABLE]: JSON.stringify(context) },
  });
  return { status, stdout };
};

describe('emulatorScript', () => {
  test('runs blocks in one shell, in their order, and says where each is', () => {
    const { status, stdout } = run([asItStands('A=1\n'), asItStands('echo "A is $A"\n')]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/== page:1 as it stands\n\n== page:1 as it stands\nA is 1\n/);
    expect(stdout).toContain('== page: everything that can run here did');
  });

  test('ends with the first command that fails, in a pipe, too', () => {
    const { status, stdout } = run([asItStands('false | cat\n'), asItStands('echo after\n')]);
    expect(status).toBe(1);
    expect(stdout).not.toContain('after');
  });

  test('runs what stands in for a block, and names what is left out, as it is written', () => {
    const reason = "it has none; $(echo 'no')";
    const { status, stdout } = run([
      block('exit 1\n', { kind: 'instead', commands: 'echo instead\n' }),
      block('exit 1\n', { kind: 'not', reason }),
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain('\ninstead\n');
    expect(stdout).toContain(`left out: ${reason}\n`);
  });

  test('states to the CDK what was deployed with, and leaves other commands alone', () => {
    const blocks = [asItStands('npx cdk deploy --all\necho\nnpx other\n')];
    const { stdout } = run(blocks, { siteUrl: 'http://a', two: 'b c' });
    expect(stdout).toContain(
      '[cdk][deploy][--all][--no-notices][-c][siteUrl=http://a][-c][two=b c]\n[other]',
    );
  });
});
