import { parseArgs } from 'node:util';
import { accessToken } from './people/access-token.ts';
import { readLocalFile } from './people/local-file.ts';
import { userOf } from './people/users.ts';
import { placesIn } from './places.ts';
import { UsageError } from './program/read-arguments.ts';
import { runProgram } from './program/run-program.ts';
import { DEFAULT_STATE } from './start-options.ts';

const USAGE = 'npm run token -- administrator [--state DIRECTORY]';

const readOptions = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { state: { type: 'string', default: DEFAULT_STATE } },
    });
  } catch (cause) {
    throw new UsageError(`Unknown option. Use ${USAGE}`, { cause });
  }
};

/** Prints an access token of a role: `npm run token -- administrator`. */
await runProgram(async (program) => {
  const { values, positionals } = readOptions();
  const local = await readLocalFile(placesIn(values.state).description);
  const user = userOf(local.users, positionals[0] ?? '');
  program.say(await accessToken(local, user));
  return 0;
});
