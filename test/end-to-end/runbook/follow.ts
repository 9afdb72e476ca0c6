import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject } from 'vitest';
import { emulatorScript } from '../../../local/pages/emulator-script.ts';
import { runScript } from '../../../local/pages/run-script.ts';
import { type ShellBlock, shellBlocks } from '../../../local/pages/shell-blocks.ts';
import { accessToken } from '../../../local/people/access-token.ts';
import { userOf } from '../../../local/people/users.ts';
import { OWN_FILES, PROJECT } from '../../../local/places.ts';

const PAGE = 'docs/runbook.md';

/** What every section's commands need. */
const NEEDED = 'Before you begin';

const blocks = shellBlocks(readFileSync(join(PROJECT, PAGE), 'utf8'));

const blocksOf = (section: string): readonly ShellBlock[] =>
  blocks.filter((block) => block.section === section);

/** The sections that have commands which can run on an emulator. */
export const sectionsToFollow: readonly string[] = [
  ...new Set(
    blocks
      .filter(({ section, onEmulator }) => section !== NEEDED && onEmulator.kind !== 'not')
      .map(({ section }) => section),
  ),
];

const followed = new Set<string>();

/** Whether a section's commands ran already. */
export const wasFollowed = (section: string): boolean => followed.has(section);

const run = async (script: string): Promise<string> => {
  const { emulatorUrl, siteUrl } = inject('deployment');
  const { code, said } = await runScript(script, {
    endpoint: emulatorUrl,
    context: { userPoolEndpoint: emulatorUrl, siteUrl },
    directory: join(OWN_FILES, 'runbook-commands'),
  });
  expect(code, said).toBe(0);
  return said;
};

/** What docs/deploying.md has given whoever asks the API as an administrator. */
const signedIn = async (): Promise<string> => {
  const { users, ...deployment } = inject('deployment');
  const token = await accessToken(deployment, userOf(users, 'administrator'));
  return `export API=${deployment.apiUrl}/v1 TOKEN=${token}`;
};

/** Runs commands as a hand would that does what it should not, and gives what they said. */
export const byHand = (commands: string): Promise<string> => run(`set -eu\n${commands}`);

/**
 * Runs the commands of a section, as they stand and in their order, and gives what they said. One
 * that fails fails the test.
 */
export const follow = async (section: string): Promise<string> => {
  const commands = blocksOf(section);
  expect(commands, `commands of "${section}"`).not.toEqual([]);
  followed.add(section);
  const script = emulatorScript(PAGE, [...blocksOf(NEEDED), ...commands]);
  const asks = commands.some((block) => block.commands.includes('$TOKEN'));
  return run(asks ? `${await signedIn()}\n${script}` : script);
};
