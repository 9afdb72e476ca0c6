import { afterAll, expect } from 'vitest';

/** What a file of tests could leave changed for the others of its process, by name. */
const surroundings = (): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>([
    ...Object.entries(process.env).map(([name, value]) => [`variable ${name}`, value] as const),
    ['working directory', process.cwd()],
    ['standard output', process.stdout.write],
    ['standard error', process.stderr.write],
    ['clock', globalThis.Date],
    ['timers', globalThis.setTimeout],
    ['fetch', globalThis.fetch],
  ]);

const changedBetween = (
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );

const found = surroundings();

/** Files of unit tests share a process. One that leaves it otherwise than it found it fails. */
afterAll(() => {
  expect(changedBetween(found, surroundings()), 'left changed for other files').toEqual([]);
});
