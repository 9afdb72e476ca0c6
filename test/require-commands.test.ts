import { expect, test } from 'vitest';
import { CommandMissingError, requireCommands } from './require-commands.ts';

test('says nothing where every command is there', () => {
  expect(() => requireCommands(['bash', 'git'])).not.toThrow();
});

test('names those that are missing, and how they are installed', () => {
  const ask = () => requireCommands(['bash', 'no-such-command', 'nor-this-one']);
  expect(ask).toThrow(CommandMissingError);
  expect(ask).toThrow('apt-get install no-such-command nor-this-one');
  expect(ask).not.toThrow('bash');
});
