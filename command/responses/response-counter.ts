import type { PollShape } from '../../core/counting/poll-shape.ts';
import type { CsvRecord } from '../csv/csv-record.ts';
import type { OrganizationCounts } from './organization-counts.ts';
import { ORGANIZATION_COLUMN, type ResponseColumns } from './response-columns.ts';

/** Why a row is not counted: in which column (none: the whole row), and what was expected. */
export type RowFault = { readonly column: string | null; readonly expected: string };

/** A row that is not counted, by the line on which it begins. */
export type RejectedRow = RowFault & { readonly line: number };

/** What became of the rows so far. */
export type RowNumbers = { counted: number; rejected: number };

const ZERO = 0x30;
const NO_ANSWER: RowFault = { column: null, expected: 'at least one answer' };

/**
 * Counts the rows of a file of responses below its header. A row counts as a whole or not at
 * all: it must have as many cells as the header, an organization, and in every item's cell a
 * level's digit or nothing; one answer at least, as for every response.
 *
 * @returns a function that takes in one row, and the numbers so far
 */
export const createResponseCounter = (
  { items, levels }: PollShape,
  itemIds: readonly string[],
  columns: ResponseColumns,
  organizations: OrganizationCounts,
  onRejected: (row: RejectedRow) => void,
): { readonly count: (record: CsvRecord) => void; readonly numbers: Readonly<RowNumbers> } => {
  const numbers: RowNumbers = { counted: 0, rejected: 0 };
  const answers = new Uint8Array(items);
  const wrongCells = { column: null, expected: `${columns.count} cells, as the header has` };
  const aLevel = `a whole number from 1 to ${levels}, or nothing`;

  /** Reads all answers; returns how many there are, or what says which item's cell holds none. */
  const readAnswers = ({ bytes, starts, ends }: CsvRecord): number => {
    let answered = 0;
    for (let item = 0; item < items; item++) {
      const column = columns.items[item] as number;
      answers[item] = 0;
      if (column < 0) continue;
      const start = starts[column] as number;
      const length = (ends[column] as number) - start;
      if (length === 0) continue;
      const level = (bytes[start] as number) - ZERO;
      if (length > 1 || level < 1 || level > levels) return wrongItem(item);
      answers[item] = level;
      answered += 1;
    }
    return answered;
  };

  /** Adds a row to its organization's counts, or says why it cannot be. */
  const add = (record: CsvRecord): RowFault | null => {
    if (record.cells !== columns.count) return wrongCells;
    const answered = readAnswers(record);
    if (answered < 0) return { column: itemIds[wrongItem(answered)] ?? null, expected: aLevel };
    if (answered === 0) return NO_ANSWER;
    const cell = columns.organization;
    const start = record.starts[cell] as number;
    const found = organizations.find(record.bytes, start, record.ends[cell] as number);
    if (found.kind === 'refused') {
      return { column: ORGANIZATION_COLUMN, expected: found.expected };
    }
    addAnswers(found.growing.counts, answers, levels + 1);
    found.growing.responses += 1;
    return null;
  };

  const count = (record: CsvRecord): void => {
    const fault = add(record);
    if (fault === null) {
      numbers.counted += 1;
    } else {
      numbers.rejected += 1;
      onRejected({ line: record.line, ...fault });
    }
  };

  return { count, numbers };
};

/** An item's index as a number below 0, and back. */
const wrongItem = (code: number): number => -1 - code;

const addAnswers = (counts: Uint32Array, answers: Uint8Array, stride: number): void => {
  for (let item = 0; item < answers.length; item++) {
    const place = item * stride + (answers[item] as number);
    counts[place] = (counts[place] as number) + 1;
  }
};
