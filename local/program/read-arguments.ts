import { parseArgs } from 'node:util';

/** A command was given what it does not know. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * The arguments of a command that has no options.
 *
 * @param usage how the command is called, for whoever called it otherwise
 * @param most how many arguments it takes
 * @throws UsageError where there are more, or an option
 */
export const readArguments = (
  args: readonly string[],
  usage: string,
  most = 0,
): readonly string[] => {
  const positionals = positionalsOf(args, usage);
  const unknown = positionals[most];
  if (unknown !== undefined) throw new UsageError(`What is "${unknown}"? Use ${usage}`);
  return positionals;
};

const positionalsOf = (args: readonly string[], usage: string): readonly string[] => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: {} }).positionals;
  } catch (cause) {
    throw new UsageError(`Unknown option. Use ${usage}`, { cause });
  }
};
