import { spawnSync } from 'node:child_process';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { aCsv, aFolder, type Folder, MINIMAL_POLL, rankIn, runCommand, someRows } from './a-run.ts';

const COMMAND = fileURLToPath(new URL('../../../command/groundswell.ts', import.meta.url));
const PIECE = 100;

const aPollIn = (folder: Folder): Folder => {
  folder.write('poll.json', MINIMAL_POLL);
  return folder;
};

const argsFor = (folder: Folder, ...more: readonly string[]) => [
  ...['rank', '--poll', folder.at('poll.json'), '--responses', '-', '--out', folder.at('out')],
  ...['--as-of', '2027-03-31', ...more],
];

/** The text as bytes, in pieces that end anywhere. */
const sent = (text: string): Readable => {
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, index) =>
    bytes.subarray(index * PIECE, (index + 1) * PIECE),
  );
  return Readable.from(pieces);
};

describe('groundswell rank --responses -', () => {
  test('makes of the standard input what it makes of a file, byte by byte', async () => {
    using folder = aPollIn(aFolder());
    folder.write('responses.csv', aCsv(someRows()));
    await rankIn(folder);
    const expected = folder.read('out/datapackage.json');
    const { code, warned } = await runCommand(
      argsFor(folder, '--force'),
      false,
      sent(aCsv(someRows())),
    );
    expect({ code, warned }).toEqual({ code: 0, warned: '' });
    expect(folder.read('out/datapackage.json')).toBe(expected);
  });

  test('names what is wrong there by its line, and leaves nothing behind', async () => {
    using folder = aPollIn(aFolder());
    const { code, warned } = await runCommand(
      argsFor(folder),
      false,
      sent(aCsv([...someRows(), 'org-1,"1'])),
    );
    expect(code).toBe(3);
    expect(warned).toContain('standard input: line 242: a quote that opens here');
    expect(folder.has('out')).toBe(false);
  });

  test('says so where nothing comes', async () => {
    using folder = aPollIn(aFolder());
    const { code, warned } = await runCommand(argsFor(folder));
    expect(code).toBe(3);
    expect(warned).toContain('standard input: the file is empty');
  });

  test('does not wait on a terminal, where nobody would know why', async () => {
    using folder = aPollIn(aFolder());
    const terminal = Object.assign(Readable.from([]), { isTTY: true });
    const { code, warned } = await runCommand(argsFor(folder), false, terminal);
    expect(code).toBe(2);
    expect(warned).toContain('nothing is sent there');
    expect(folder.has('out')).toBe(false);
  });

  test('shows on a terminal how much was read, since nobody knows how much will come', async () => {
    using folder = aPollIn(aFolder());
    const { code, drawn } = await runCommand(argsFor(folder), true, sent(aCsv(someRows())));
    expect(code).toBe(0);
    expect(drawn).toContain('MB read');
    expect(drawn).not.toContain('%');
  });

  test.each(['poll', 'organizations'])('--%s cannot be the standard input, too', async (option) => {
    using folder = aPollIn(aFolder());
    const { code, warned } = await runCommand(argsFor(folder, `--${option}`, '-'));
    expect(code).toBe(2);
    expect(warned).toContain(`--${option} takes a file`);
  });

  test.each([
    ['all is well', aCsv(someRows()), 0, ''],
    ['it is no CSV', aCsv([...new Array<string>(50_000).fill('org-1,1"')]), 3, 'line 2: a quote'],
  ])(
    'a process with a pipe ends by itself where %s',
    (_what, input, code, fault) => {
      using folder = aPollIn(aFolder());
      const { status, stderr } = spawnSync(process.execPath, [COMMAND, ...argsFor(folder)], {
        input,
        encoding: 'utf8',
        timeout: 60_000,
      });
      expect(stderr).toContain(fault);
      expect(status).toBe(code);
    },
    90_000,
  );
});
