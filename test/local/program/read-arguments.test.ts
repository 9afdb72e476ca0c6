import { expect, test } from 'vitest';
import { readArguments, UsageError } from '../../../local/program/read-arguments.ts';

const USAGE = 'npm run count -- [DIRECTORY]';

test('gives as many arguments as a command takes', () => {
  expect(readArguments([], USAGE, 1)).toEqual([]);
  expect(readArguments(['out'], USAGE, 1)).toEqual(['out']);
});

test.each([[['--help']], [['-h']], [['--stage', 'local']]])(
  'tells how the command is used where it was given the option %s',
  (args) => {
    expect(() => readArguments(args, USAGE, 1)).toThrow(UsageError);
    expect(() => readArguments(args, USAGE, 1)).toThrow(`Use ${USAGE}`);
  },
);

test('names the first argument that is one too many', () => {
  expect(() => readArguments(['bogus'], USAGE)).toThrow(`What is "bogus"? Use ${USAGE}`);
  expect(() => readArguments(['out', 'more'], USAGE, 1)).toThrow('What is "more"?');
});
