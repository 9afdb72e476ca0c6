import type { CsvRecord } from './csv-record.ts';
import { NotCsvError } from './not-csv-error.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

/** Longer ones are taken for a quote that was never closed, so that memory stays bounded. */
const LONGEST_RECORD_BYTES = 1024 * 1024;
const FIRST_CELLS = 64;
const INCOMPLETE = -1;

/** 1 for the bytes at which an unquoted cell ends, or should have. */
const ENDS_CELL = new Uint8Array(256);
for (const byte of [QUOTE, COMMA, LINE_FEED, CARRIAGE_RETURN]) ENDS_CELL[byte] = 1;

/** Finds the records of a CSV file whose bytes come in pieces. */
export type RecordScanner = {
  /** Takes the next piece; it may be overwritten afterwards. */
  readonly write: (chunk: Uint8Array) => void;
  /** Says that there are no more. */
  readonly end: () => void;
};

/**
 * A scanner of CSV after RFC 4180: cells apart by commas, quoted or not; lines that end in CRLF,
 * LF or CR, the last one perhaps in nothing; a UTF-8 byte-order mark is passed over, and so are
 * lines without a character. It makes no strings and looks at each byte once, so that it keeps
 * pace with the disk; a record that a piece cuts in two is looked at again when the rest is there.
 *
 * @param onRecord is called with every record, the header included
 * @throws NotCsvError (from `write` and `end`) on a quote inside an unquoted cell, on characters
 *   after a closing quote, on a quote that is never closed, on a record over 1 MB, and on UTF-16
 */
export const createRecordScanner = (onRecord: (record: CsvRecord) => void): RecordScanner => {
  const record: CsvRecord = {
    bytes: new Uint8Array(0),
    cells: 0,
    starts: new Int32Array(FIRST_CELLS),
    ends: new Int32Array(FIRST_CELLS),
    line: 1,
  };
  let bytes = record.bytes;
  let length = 0;
  let line = 1;
  /** Line ends inside the quoted cells of the record that is being scanned. */
  let linesWithin = 0;
  let begun = false;
  let afterCarriageReturn = false;

  const take = (chunk: Uint8Array): void => {
    const needed = length + chunk.length + 1;
    if (bytes.length < needed) {
      const larger = new Uint8Array(needed);
      larger.set(bytes.subarray(0, length));
      bytes = larger;
      record.bytes = larger;
    }
    bytes.set(chunk, length);
    length += chunk.length;
    // Where the search for a cell's end stops at the latest.
    bytes[length] = LINE_FEED;
  };

  const makeRoom = (): void => {
    record.starts = enlarged(record.starts);
    record.ends = enlarged(record.ends);
  };

  const closingQuote = (opening: number, isLast: boolean): number => {
    let quote = bytes.indexOf(QUOTE, opening + 1);
    while (quote >= 0 && quote + 1 < length && bytes[quote + 1] === QUOTE) {
      quote = bytes.indexOf(QUOTE, quote + 2);
    }
    const isClosed = quote >= 0 && (quote + 1 < length || (isLast && quote < length));
    if (isClosed) return quote;
    if (isLast || length - opening > LONGEST_RECORD_BYTES) {
      throw new NotCsvError(line + linesWithin, 'a quote that opens here is never closed');
    }
    return INCOMPLETE;
  };

  /** Where the quoted cell that opens here closes; its line ends are counted. */
  const scanQuoted = (opening: number, isLast: boolean): number => {
    const quote = closingQuote(opening, isLast);
    if (quote === INCOMPLETE) return INCOMPLETE;
    linesWithin += lineEnds(bytes, opening + 1, quote);
    const isFollowed = quote + 1 < length && ENDS_CELL[bytes[quote + 1] ?? 0] === 0;
    if (isFollowed) {
      const fault = 'a closing quote must be followed by a comma or the end of the line';
      throw new NotCsvError(line + linesWithin, fault);
    }
    return quote;
  };

  const refuseQuote = (): never => {
    const fault = 'a quote inside a cell that does not begin with one';
    throw new NotCsvError(line + linesWithin, fault);
  };

  /** Scans one record from `from`; returns where the next one begins. The hot loop. */
  const scanRecord = (from: number, isLast: boolean): number => {
    const buffer = bytes;
    let cells = 0;
    let at = from;
    linesWithin = 0;
    for (;;) {
      if (cells === record.starts.length) makeRoom();
      let start = at;
      let end = at;
      if (buffer[at] === QUOTE && at < length) {
        start = at + 1;
        end = scanQuoted(at, isLast);
        if (end === INCOMPLETE) return INCOMPLETE;
        at = end + 1;
      } else {
        while (ENDS_CELL[buffer[at] as number] === 0) at += 1;
        end = at;
      }
      record.starts[cells] = start;
      record.ends[cells] = end;
      cells += 1;
      const ending = buffer[at];
      if (ending === COMMA && at < length) {
        at += 1;
        continue;
      }
      if (at >= length && !isLast) return INCOMPLETE;
      if (ending === QUOTE) refuseQuote();
      record.cells = cells;
      afterCarriageReturn = ending === CARRIAGE_RETURN && at < length;
      return Math.min(at + 1, length);
    }
  };

  const isBlank = (start: number): boolean =>
    record.cells === 1 && record.starts[0] === start && record.ends[0] === start;

  const pastRestOfLineEnd = (at: number): number => {
    if (!afterCarriageReturn || at >= length) return at;
    afterCarriageReturn = false;
    return bytes[at] === LINE_FEED ? at + 1 : at;
  };

  const keepFrom = (at: number): void => {
    if (length - at > LONGEST_RECORD_BYTES) {
      throw new NotCsvError(line, `longer than ${LONGEST_RECORD_BYTES} bytes`);
    }
    bytes.copyWithin(0, at, length);
    length -= at;
  };

  const scan = (isLast: boolean): void => {
    let at = 0;
    if (!begun) {
      if (length < BYTE_ORDER_MARK.length && !isLast) return;
      refuseUtf16(bytes.subarray(0, length));
      begun = true;
      if (BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte)) {
        at = BYTE_ORDER_MARK.length;
      }
    }
    for (;;) {
      at = pastRestOfLineEnd(at);
      if (at >= length) break;
      const next = scanRecord(at, isLast);
      if (next === INCOMPLETE) break;
      record.line = line;
      if (!isBlank(at)) onRecord(record);
      line += 1 + linesWithin;
      at = next;
    }
    keepFrom(at);
  };

  return {
    write: (chunk) => {
      take(chunk);
      scan(false);
    },
    end: () => {
      take(new Uint8Array(0));
      scan(true);
    },
  };
};

const enlarged = (numbers: Int32Array): Int32Array => {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
};

/** How many lines end between two places; CRLF is one end. */
const lineEnds = (bytes: Uint8Array, start: number, end: number): number => {
  let ends = 0;
  for (let at = start; at < end; at++) {
    if (bytes[at] === CARRIAGE_RETURN) ends += 1;
    else if (bytes[at] === LINE_FEED && (at === start || bytes[at - 1] !== CARRIAGE_RETURN)) {
      ends += 1;
    }
  }
  return ends;
};

const refuseUtf16 = ([first, second]: Uint8Array): void => {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new NotCsvError(1, 'the file is UTF-16; save it as UTF-8 ("CSV UTF-8" in Excel)');
  }
};
