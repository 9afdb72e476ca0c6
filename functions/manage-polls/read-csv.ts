import { CsvError, type Info, parse } from 'csv-parse/sync';
import type { Line } from '../../core/organizations/read-organizations.ts';
import type { HttpEvent } from '../middleware/http-event.ts';
import { requireMediaType } from '../middleware/media-type.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import { readText } from '../middleware/read-text.ts';

/** What csv-parse hands over for each record with `info: true`. */
type InformedRecord = { readonly record: readonly string[]; readonly info: Info };

const OPTIONS = {
  bom: true,
  info: true,
  relax_column_count: true,
  skip_empty_lines: true,
  trim: true,
} as const;

const refusal = (error: CsvError): ProblemError => {
  const place = 'lines' in error ? `line ${String(error.lines)}: ` : '';
  const errors = [{ pointer: '', expected: `${place}CSV as of RFC 4180` }];
  return new ProblemError('invalid-request', { errors });
};

/**
 * A request's CSV body, line by line; empty lines are left out.
 *
 * @throws ProblemError where the body is of another type, not UTF-8 or not CSV
 */
export const readCsv = (event: HttpEvent): readonly Line[] => {
  requireMediaType(event, 'text/csv');
  const text = readText(event);
  try {
    const records: readonly unknown[] = parse(text, OPTIONS);
    return (records as readonly InformedRecord[]).map(({ record, info }) => ({
      cells: record,
      number: info.lines,
    }));
  } catch (error) {
    throw error instanceof CsvError ? refusal(error) : error;
  }
};
