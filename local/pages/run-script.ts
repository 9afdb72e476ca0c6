import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandEnvironment } from '../aws/command-environment.ts';
import { PROJECT } from '../places.ts';
import { putAwsCli } from './aws-cli.ts';
import { CONTEXT_VARIABLE } from './emulator-script.ts';

/** What a run of a script came to. */
export type Outcome = {
  readonly code: number;
  /** What it said, in the order in which it said it. */
  readonly said: string;
};

/** Where and how a script of a page's commands runs. */
export type ScriptSettings = {
  /** The emulator. */
  readonly endpoint: string;
  /** Settings of what is deployed there that its own stage does not state. */
  readonly context: Readonly<Record<string, string>>;
  /** Where the script and the commands that it needs lie. */
  readonly directory: string;
  readonly signal?: AbortSignal;
  /** Is given what the script says, while it says it. */
  readonly show?: (text: string) => void;
};

/** Runs a script in the project's directory, against an emulator and nothing else. */
export const runScript = async (script: string, settings: ScriptSettings): Promise<Outcome> => {
  const { endpoint, context, directory, signal, show } = settings;
  const commands = join(directory, 'bin');
  const temporary = join(directory, 'tmp');
  await mkdir(temporary, { recursive: true });
  await putAwsCli(commands);
  const file = join(directory, 'script.sh');
  await writeFile(file, script);
  const { PATH, ...environment } = commandEnvironment(endpoint);
  const child = spawn('bash', [file], {
    cwd: PROJECT,
    env: {
      ...environment,
      PATH: `${commands}:${PATH}`,
      [CONTEXT_VARIABLE]: JSON.stringify(context),
      // Two pages may be tried at once, and the CDK locks where it synthesizes to.
      CDK_OUTPUT: join(directory, 'cdk.out'),
      // What a page keeps there goes with the run.
      HOME: temporary,
      TMPDIR: temporary,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  let said = '';
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      show?.(text);
    });
  }
  const [code] = await once(child, 'close');
  await rm(temporary, { recursive: true, force: true });
  return { code: code ?? 1, said };
};
