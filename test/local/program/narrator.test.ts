import { describe, expect, test } from 'vitest';
import { createNarrator } from '../../../local/program/narrator.ts';

const anOutput = (isTTY: boolean) => {
  const written: string[] = [];
  return { isTTY, columns: 80, write: (text: string) => written.push(text), written };
};

const aClock = () => {
  let time = 0;
  return {
    now: () => time,
    pass: (ms: number) => {
      time += ms;
    },
  };
};

describe('a narrator', () => {
  test('adds to a stage how long it took', async () => {
    const output = anOutput(false);
    const clock = aClock();
    const { stage } = createNarrator(output, clock.now);
    expect(await stage('Doing', async () => clock.pass(2_340))).toBeUndefined();
    expect(output.written.join('')).toBe(`${'  Doing'.padEnd(60)}    2.3 s\n`);
  });

  test('says that a stage failed, and lets its error through', async () => {
    const output = anOutput(false);
    const { stage } = createNarrator(output, () => 0);
    const failing = stage('Doing', () => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrow('broken');
    expect(output.written.join('')).toMatch(/^ {2}Doing +failed\n$/);
  });

  test('shows progress in its place on a terminal, never wider than it', async () => {
    const output = anOutput(true);
    const { stage } = createNarrator(output, () => 0);
    await stage('Doing', async (show) => show('x'.repeat(200)));
    const [, shown = ''] = output.written;
    expect(shown.startsWith('\r\x1b[2K')).toBe(true);
    expect(shown.slice('\r\x1b[2K'.length)).toHaveLength(79);
  });

  test('elsewhere, says progress in lines, at most one in 15 s', async () => {
    const output = anOutput(false);
    const clock = aClock();
    const { stage } = createNarrator(output, clock.now);
    await stage('Doing', async (show) => {
      for (const text of ['one', 'two', 'three']) {
        show(text);
        clock.pass(8_000);
      }
    });
    const lines = output.written.join('').split('\n');
    expect(lines.map((line) => line.trim())).toEqual([
      'Doing',
      'one',
      'three',
      expect.stringMatching(/^done +24\.0 s$/),
      '',
    ]);
  });
});
