const QUOTE = 0x22;

/**
 * One record where it lies in a buffer. Valid only until the scanner goes on: the same object
 * and the same buffer hold the next one.
 */
export type CsvRecord = {
  bytes: Uint8Array;
  /** How many cells there are. */
  cells: number;
  /**
   * Cell i is what stands in `bytes` from `starts[i]` up to `ends[i]`: of a quoted cell what is
   * between its quotes, where a doubled quote is still doubled.
   */
  starts: Int32Array;
  ends: Int32Array;
  /** The line on which the record begins, from 1. */
  line: number;
};

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A cell as text; bytes that are no UTF-8 become U+FFFD. */
export const cellText = ({ bytes, starts, ends }: CsvRecord, cell: number): string => {
  const start = starts[cell] ?? 0;
  const text = decoder.decode(bytes.subarray(start, ends[cell] ?? start));
  const isQuoted = start > 0 && bytes[start - 1] === QUOTE;
  return isQuoted ? text.replaceAll('""', '"') : text;
};

/** All cells of a record as text. */
export const cellTexts = (record: CsvRecord): readonly string[] =>
  Array.from({ length: record.cells }, (_, cell) => cellText(record, cell));
