import { spawnSync } from 'node:child_process';

/** What the commands of the guide and of the runbook call, which the tests run. */
const NEEDED = ['bash', 'curl', 'git', 'jq', 'openssl'];

export class CommandMissingError extends Error {
  override readonly name = 'CommandMissingError';
}

const isThere = (command: string): boolean => spawnSync(command, ['--version']).error === undefined;

/**
 * Refuses to begin where a command is missing that tests run: the tests of it would fail one by
 * one, each in its own words.
 *
 * @throws CommandMissingError that names what to install
 */
export const requireCommands = (commands: readonly string[]): void => {
  const missing = commands.filter((command) => !isThere(command));
  if (missing.length === 0) return;
  const names = missing.join(' ');
  throw new CommandMissingError(
    `The tests run the commands of docs/deploying.md and docs/runbook.md, and need ${missing.join(', ')}. ` +
      `Install what is missing: "apt-get install ${names}" on Debian, "brew install ${names}" on macOS.`,
  );
};

export default (): void => requireCommands(NEEDED);
