import { inspect } from 'node:util';
import { utcDay } from '../core/polls/utc-day.ts';
import { EXIT_CODES, type ExitCode } from './exit-codes.ts';
import { HELP, RANK_HELP } from './rank/help.ts';
import { type Output, rank } from './rank/rank.ts';
import { readRankOptions } from './rank/rank-options.ts';
import type { Input } from './rank/response-source.ts';
import { UnusableInputError } from './unusable-input-error.ts';
import { WrongUsageError } from './wrong-usage-error.ts';

const asksForHelp = (args: readonly string[]): boolean =>
  args.includes('--help') || args.includes('-h');

const runCommand = async (
  [name, ...args]: readonly string[],
  output: Output,
  input: Input,
  now: Date,
): Promise<ExitCode> => {
  if (name === 'rank' && !asksForHelp(args)) {
    return rank(readRankOptions(args, utcDay(now)), output, input);
  }
  if (name === 'rank') output.say(RANK_HELP.trimEnd());
  else if (name === undefined || name === 'help' || asksForHelp([name])) output.say(HELP.trimEnd());
  else throw new WrongUsageError(`there is no command "${name}"`);
  return name === undefined ? EXIT_CODES.wrongUsage : EXIT_CODES.written;
};

/** Runs the command that the arguments name; tells every failure, and gives the exit code. */
export const run = async (
  args: readonly string[],
  output: Output,
  input: Input,
  now: Date,
): Promise<ExitCode> => {
  try {
    return await runCommand(args, output, input, now);
  } catch (error) {
    if (error instanceof WrongUsageError) {
      const command = args[0] === 'rank' ? 'groundswell rank' : 'groundswell';
      output.warn(`${error.message}\nSee: npx ${command} --help`);
      return EXIT_CODES.wrongUsage;
    }
    if (error instanceof UnusableInputError) {
      output.warn(error.message);
      return EXIT_CODES.unusableInput;
    }
    output.warn(inspect(error));
    return EXIT_CODES.failed;
  }
};
