import { type PollShape, pollShape } from '../../core/counting/poll-shape.ts';
import type { PollDefinition } from '../../schemas/poll.ts';
import { type CsvRecord, cellTexts } from '../csv/csv-record.ts';
import { createRecordScanner } from '../csv/record-scanner.ts';
import { createOrganizationCounts, type OrganizationCounts } from './organization-counts.ts';
import { type ReadResponseColumns, readResponseColumns } from './response-columns.ts';
import { createResponseCounter, type RejectedRow, type RowNumbers } from './response-counter.ts';

/** The header of a file of responses does not say what the columns are. */
export class ResponseHeaderError extends Error {
  override readonly name = 'ResponseHeaderError';
}

/** A file of responses, counted. */
export type CountedFile = Readonly<RowNumbers> & {
  readonly tallies: ReturnType<OrganizationCounts['tallies']>;
  readonly unknownColumns: readonly string[];
  readonly missingItems: readonly string[];
};

/** How a file of responses is counted. */
export type FileCounting = {
  readonly definition: Pick<PollDefinition, 'categories' | 'levels'>;
  /** The ids of the organizations, where they are known. */
  readonly organizations: readonly string[] | undefined;
  readonly onRejected: (row: RejectedRow) => void;
  /** Called after each piece. */
  readonly onProgress: (bytes: number) => void;
};

/**
 * Counts a file of responses in one pass, whatever its size: only counts are kept.
 *
 * @param pieces the file's bytes; a piece may be overwritten once the next one is asked for
 * @throws NotCsvError where the file is no CSV
 * @throws ResponseHeaderError where the header lacks what is needed
 * @throws TooManyOrganizationsError where the organizations are not known and seem to have no end
 */
export const countResponseFile = async (
  pieces: AsyncIterable<Uint8Array>,
  { definition, organizations, onRejected, onProgress }: FileCounting,
): Promise<CountedFile> => {
  const shape: PollShape = pollShape(definition);
  const itemIds = definition.categories.flatMap(({ items }) => items.map(({ id }) => id));
  const counts = createOrganizationCounts(shape, organizations);
  const begin = (header: CsvRecord) => {
    const columns = columnsOf(readResponseColumns(cellTexts(header), itemIds));
    const counter = createResponseCounter(shape, itemIds, columns, counts, onRejected);
    return { columns, ...counter };
  };
  let counting: ReturnType<typeof begin> | undefined;
  const scanner = createRecordScanner((record) => {
    if (counting) counting.count(record);
    else counting = begin(record);
  });
  let bytes = 0;
  for await (const piece of pieces) {
    scanner.write(piece);
    bytes += piece.length;
    onProgress(bytes);
  }
  scanner.end();
  if (!counting) throw new ResponseHeaderError('the file is empty');
  const { numbers, columns } = counting;
  return {
    ...numbers,
    tallies: counts.tallies(),
    unknownColumns: columns.unknown,
    missingItems: columns.missing,
  };
};

const columnsOf = (read: ReadResponseColumns) => {
  if (read.kind === 'valid') return read.columns;
  throw new ResponseHeaderError(`the header: ${read.faults.join('; ')}`);
};
