import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../../local/program/run-command.ts';

let directory: string;
const run = (script: string, signal?: AbortSignal) =>
  runCommand('sh', ['-c', script], {
    env: process.env,
    log: join(directory, 'command.log'),
    signal,
  });

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'groundswell-command-'));
});

afterAll(() => rm(directory, { recursive: true }));

describe('a command', () => {
  test('leaves what it says in its log', async () => {
    await run('echo out; echo err >&2');
    expect(await readFile(join(directory, 'command.log'), 'utf8')).toBe('out\nerr\n');
  });

  test('that fails is told with the lines that say why, and where its log is', async () => {
    const failing = run('echo fine; echo "CREATE_FAILED: no such table"; echo done; exit 3');
    await expect(failing).rejects.toThrow(
      `"sh -c" failed.\n  CREATE_FAILED: no such table\nIts log: ${join(directory, 'command.log')}`,
    );
  });

  test('that fails without saying why is told with its last lines', async () => {
    await expect(run('echo one; echo two; exit 1')).rejects.toThrow('  one\n  two\n');
  });

  test('ends with everything that it started when it is interrupted', async () => {
    const interruption = new AbortController();
    const running = run('sleep 30 & wait', interruption.signal);
    setTimeout(() => interruption.abort(), 100);
    await expect(running).rejects.toThrow('aborted');
  });
});
