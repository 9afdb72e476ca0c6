import type { ShellBlock } from './shell-blocks.ts';

/** What a shell must know before it can run a page's commands against an emulator. */
const PRELUDE = `set -euo pipefail
# The emulator's tokens are signed with keys that lie elsewhere than Cognito's.
npx() {
  if [ "$1" = cdk ]; then command npx "$@" --no-notices -c userPoolEndpoint="$AWS_ENDPOINT_URL"
  else command npx "$@"; fi
}
`;

/** One script of a page's blocks, which says before each where in the page it is. */
export const emulatorScript = (page: string, blocks: readonly ShellBlock[]): string =>
  [
    PRELUDE,
    ...blocks.map(({ line, commands, onEmulator }) => {
      const head = (what: string) => `echo; echo '== ${page}:${line} ${what.replaceAll("'", '')}'`;
      if (onEmulator.kind === 'not') return head(`left out: ${onEmulator.reason}`);
      if (onEmulator.kind === 'instead') return `${head('instead')}\n${onEmulator.commands}`;
      return `${head('as it stands')}\n${commands}`;
    }),
    `echo; echo '== ${page}: everything that can run here did'`,
  ].join('\n');
