import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Input } from '../../../command/rank/response-source.ts';
import { run } from '../../../command/run.ts';

/** A directory of its own for the files of one test, gone when `using` ends. */
export const aFolder = () => {
  const path = mkdtempSync(join(tmpdir(), 'groundswell-rank-'));
  const at = (name: string) => join(path, name);
  return {
    at,
    write: (name: string, content: string | Uint8Array) => writeFileSync(at(name), content),
    read: (name: string) => readFileSync(at(name), 'utf8'),
    has: (name: string) => existsSync(at(name)),
    list: (name: string): readonly string[] =>
      existsSync(at(name)) ? readdirSync(at(name)).sort() : [],
    [Symbol.dispose]: () => rmSync(path, { recursive: true }),
  };
};
export type Folder = ReturnType<typeof aFolder>;

/** The command's exit code, and what it said on either stream. */
export const runCommand = async (
  args: readonly string[],
  isTTY = false,
  input: Input = Readable.from([]),
) => {
  const said: string[] = [];
  const warned: string[] = [];
  const drawn: string[] = [];
  const code = await run(
    args,
    {
      say: (line) => said.push(line),
      warn: (line) => warned.push(line),
      terminal: { isTTY, write: (text) => drawn.push(text) },
    },
    input,
    new Date('2027-03-31T12:00:00Z'),
  );
  return { code, said: said.join('\n'), warned: warned.join('\n'), drawn: drawn.join('') };
};

/** Writes these files if they are not there, and ranks them into `out`. */
export const rankIn = (folder: Folder, ...more: readonly string[]) =>
  runCommand([
    ...['rank', '--poll', folder.at('poll.json'), '--responses', folder.at('responses.csv')],
    ...['--out', folder.at('out'), ...more],
  ]);

export const ITEMS = ['peer-mentors', 'toolkits', 'housing'] as const;

/** The least that a person must write. */
export const MINIMAL_POLL = JSON.stringify({
  levels: 5,
  categories: [
    { id: 'training', items: ['peer-mentors', 'toolkits'] },
    { id: 'support', items: ['housing'] },
  ],
});

/** Rows of twelve organizations with twenty responses each, none of them alike. */
export const someRows = (organizations = 12, people = 20): string[] =>
  Array.from({ length: organizations * people }, (_, index) => {
    const organization = index % organizations;
    const level = (item: number) => 1 + ((index * (item + 3) + organization * 7 + item) % 5);
    return [`org-${organization + 1}`, level(0), level(1), index % 7 === 0 ? '' : level(2)].join();
  });

export const aCsv = (rows: readonly string[], header = `organization,${ITEMS.join()}`): string =>
  `${[header, ...rows].join('\n')}\n`;
