import type { ShellBlock } from './shell-blocks.ts';

/** The settings of what is deployed that a page's `npx cdk` must state, too: a JSON object. */
export const CONTEXT_VARIABLE = 'GROUNDSWELL_CONTEXT';

/** What a shell must know before it can run a page's commands against an emulator. */
const PRELUDE = `set -euo pipefail
npx() {
  if [ "$1" = cdk ]; then
    local STATED=()
    while read -r SETTING; do STATED+=(-c "$SETTING"); done \\
      < <(jq -r 'to_entries[] | "\\(.key)=\\(.value)"' <<< "$${CONTEXT_VARIABLE}")
    command npx "$@" --no-notices "\${STATED[@]}"
  else command npx "$@"; fi
}
`;

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * One script of a page's blocks, which says before each where in the page it is, and names those
 * that are left out with the reason.
 */
export const emulatorScript = (page: string, blocks: readonly ShellBlock[]): string =>
  [
    PRELUDE,
    ...blocks.map(({ line, commands, onEmulator }) => {
      const head = (what: string) => `echo; echo ${quoted(`== ${page}:${line} ${what}`)}`;
      if (onEmulator.kind === 'not') return head(`left out: ${onEmulator.reason}`);
      if (onEmulator.kind === 'instead') return `${head('instead')}\n${onEmulator.commands}`;
      return `${head('as it stands')}\n${commands}`;
    }),
    `echo; echo '== ${page}: everything that can run here did'`,
  ].join('\n');
