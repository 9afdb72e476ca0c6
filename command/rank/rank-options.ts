import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Day, PollId } from '../../schemas/identifier.ts';
import { WrongUsageError } from '../wrong-usage-error.ts';
import { STANDARD_INPUT } from './response-source.ts';

/** What `groundswell rank` was asked for. */
export type RankOptions = {
  readonly poll: string;
  /** A file, or `-` for the standard input. */
  readonly responses: string;
  readonly organizations: string | undefined;
  readonly out: string;
  readonly disclosureControl: boolean;
  readonly force: boolean;
  /** The poll's id, as it stands in every file. */
  readonly id: string;
  /** The UTC day that the figures are as of. */
  readonly asOf: string;
  /** The snapshot's number. */
  readonly number: number;
};

const OPTIONS = {
  poll: { type: 'string' },
  responses: { type: 'string' },
  organizations: { type: 'string' },
  out: { type: 'string' },
  'no-disclosure-control': { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
  id: { type: 'string' },
  'as-of': { type: 'string' },
  number: { type: 'string', default: '1' },
} as const;

const UNNAMED_POLL = 'poll';
const SNAPSHOT_NUMBER = /^[1-9]\d{0,5}$/;

/**
 * Reads the options of `groundswell rank`.
 *
 * @param today the UTC day that figures are as of unless the options say otherwise
 * @throws WrongUsageError on an option that is unknown, missing or wrong
 */
export const readRankOptions = (args: readonly string[], today: string): RankOptions => {
  const values = parse(args);
  const poll = file(required(values.poll, 'poll', 'FILE'), 'poll');
  const responses = required(values.responses, 'responses', 'FILE');
  const { organizations } = values;
  return {
    poll: resolve(poll),
    responses: responses === STANDARD_INPUT ? responses : resolve(responses),
    organizations: organizations && resolve(file(organizations, 'organizations')),
    out: resolve(required(values.out, 'out', 'DIR')),
    disclosureControl: !values['no-disclosure-control'],
    force: values.force,
    id: pollId(values.id, poll),
    asOf: day(values['as-of'] ?? today),
    number: snapshotNumber(values.number),
  };
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new WrongUsageError(message, { cause });
  }
};

const required = (value: string | undefined, option: string, what: string): string => {
  if (value) return value;
  throw new WrongUsageError(`--${option} ${what} is needed`);
};

/** A file that is read before the responses, so never the standard input. */
const file = (value: string, option: string): string => {
  if (value !== STANDARD_INPUT) return value;
  throw new WrongUsageError(
    `--${option} takes a file: the standard input (-) can only be that of --responses`,
  );
};

const pollId = (given: string | undefined, file: string): string => {
  if (given === undefined) {
    const named = PollId.safeParse(basename(file, '.json'));
    return named.success ? named.data : UNNAMED_POLL;
  }
  const id = PollId.safeParse(given);
  if (id.success) return id.data;
  throw new WrongUsageError(`--id takes ${id.error.issues[0]?.message}`);
};

const day = (given: string): string => {
  const parsed = Day.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new WrongUsageError(`--as-of takes a day such as 2027-03-31, not "${given}"`);
};

const snapshotNumber = (given: string): number => {
  if (SNAPSHOT_NUMBER.test(given)) return Number(given);
  throw new WrongUsageError(`--number takes a whole number from 1 to 999999, not "${given}"`);
};
