import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NotCsvError } from '../csv/not-csv-error.ts';
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts';
import {
  type CountedFile,
  countResponseFile,
  ResponseHeaderError,
} from '../responses/count-response-file.ts';
import { TooManyOrganizationsError } from '../responses/organization-counts.ts';
import { UnusableInputError } from '../unusable-input-error.ts';
import { countOf, describeRejections, describeWithheld } from './describe-outcome.ts';
import { ensureWritable, REJECTED_PATH, writeSnapshot } from './output-directory.ts';
import { createProgressBar, type Terminal } from './progress-bar.ts';
import type { RankOptions } from './rank-options.ts';
import { rankResponses } from './rank-responses.ts';
import { readDefinition } from './read-definition.ts';
import { type OrganizationList, readOrganizationList } from './read-organization-list.ts';
import { createRejectedFile, type RejectedFile } from './rejected-file.ts';
import { type Input, nameOfSource, openResponses } from './response-source.ts';

/** Where the command's words go. */
export type Output = {
  /** What was made. */
  readonly say: (line: string) => void;
  /** What the person should look at. */
  readonly warn: (line: string) => void;
  readonly terminal: Terminal;
};

/**
 * Ranks responses and writes the snapshot. In one pass, with memory for the counts
 * alone; nothing is written but the rejected rows before all has been read and ranked.
 *
 * @throws WrongUsageError where the directory may not be written to
 * @throws UnusableInputError where a file cannot be used
 */
export const rank = async (
  options: RankOptions,
  output: Output,
  input: Input,
): Promise<ExitCode> => {
  const source = nameOfSource(options.responses);
  ensureWritable(options.out, options.force);
  const definition = readDefinition(await textOf(options.poll), options.poll);
  const list = await organizationsOf(options);
  const attributes = list?.attributes ?? [];
  tellMissingAttributes(definition.publishedAttributes, attributes, output);
  if (list) tellLeftOut(list.unknownColumns, options.organizations ?? '', output);

  const rejected = createRejectedFile(join(options.out, REJECTED_PATH));
  const counted = await count(options, { definition, list, rejected }, output, input);
  const rejections = rejected.close();
  tellLeftOut(counted.unknownColumns, source, output);
  for (const item of counted.missingItems) {
    output.warn(`${source} has no column "${item}": nobody is taken to have answered it`);
  }
  if (counted.rejected > 0) {
    const path = join(options.out, REJECTED_PATH);
    output.warn(`${countOf(counted.rejected, 'row')} rejected, listed in ${path}:`);
    for (const line of describeRejections(rejections)) output.warn(line);
  }
  if (counted.counted === 0) {
    throw new UnusableInputError(`${source}: no row could be counted`);
  }

  const organizations = list?.organizations ?? [];
  const ranking = await rankResponses(
    { definition, tallies: counted.tallies, organizations },
    options,
    (content) => createHash('sha256').update(content).digest('hex'),
  );
  if (ranking.kind === 'withheld') {
    output.warn(describeWithheld(ranking.reasons));
    return EXIT_CODES.withheld;
  }
  if (counted.rejected === 0) rmSync(join(options.out, REJECTED_PATH), { force: true });
  await writeSnapshot(options.out, ranking.files);
  tellWritten(options, counted, ranking, output);
  return EXIT_CODES.written;
};

type Counting = {
  readonly definition: ReturnType<typeof readDefinition>;
  readonly list: OrganizationList | undefined;
  readonly rejected: RejectedFile;
};

const count = async (
  { responses }: RankOptions,
  { definition, list, rejected }: Counting,
  output: Output,
  input: Input,
): Promise<CountedFile> => {
  const name = nameOfSource(responses);
  const source = await naming(name, () => openResponses(responses, input));
  try {
    const bar = createProgressBar(output.terminal, source.bytes, () => performance.now());
    try {
      return await naming(name, () =>
        countResponseFile(source.pieces, {
          definition,
          organizations: list?.organizations.map(({ id }) => id),
          onRejected: rejected.add,
          onProgress: bar.show,
        }),
      );
    } finally {
      bar.clear();
    }
  } catch (error) {
    rejected.discard();
    throw error;
  } finally {
    await source.close();
  }
};

const organizationsOf = async ({
  organizations: file,
}: RankOptions): Promise<OrganizationList | undefined> =>
  file === undefined
    ? undefined
    : naming(file, async () => readOrganizationList(await readFile(file), file));

const textOf = (file: string): Promise<string> => naming(file, () => readFile(file, 'utf8'));

/** Errors of the file system that say that the person named the wrong file. */
const WRONG_FILE = new Map([
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'is a directory'],
  ['EACCES', 'may not be read'],
]);

/** Does something with a file; what is wrong with it becomes an error that names it. */
const naming = async <Result>(file: string, work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (cause) {
    const fault = faultOf(cause);
    if (fault === undefined) throw cause;
    throw new UnusableInputError(`${file}: ${fault}`, { cause });
  }
};

const faultOf = (error: unknown): string | undefined => {
  if (error instanceof NotCsvError) return error.message;
  if (error instanceof ResponseHeaderError) return error.message;
  if (error instanceof TooManyOrganizationsError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return WRONG_FILE.get(code);
};

const tellLeftOut = (columns: readonly string[], file: string, { warn }: Output): void => {
  for (const column of columns) warn(`${file}: the column "${column}" is not known and left out`);
};

const tellMissingAttributes = (
  published: readonly string[],
  known: readonly string[],
  { warn }: Output,
): void => {
  for (const attribute of published) {
    if (known.includes(attribute)) continue;
    warn(`no column of organizations says "${attribute}": there is no breakdown by it`);
  }
};

const tellWritten = (
  { out, disclosureControl }: RankOptions,
  { counted, tallies }: CountedFile,
  { record }: { readonly record: { readonly snapshot: string; readonly asOf: string } },
  { say }: Output,
): void => {
  const answering = tallies.filter(({ responses }) => responses > 0).length;
  say(`${countOf(counted, 'response')} of ${countOf(answering, 'organization')} counted.`);
  say(`Snapshot ${record.snapshot}, as of ${record.asOf}, written to ${out}`);
  if (!disclosureControl) say('NOT FOR PUBLICATION: made without disclosure control.');
};
