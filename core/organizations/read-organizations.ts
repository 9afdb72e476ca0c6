import type { Fault } from '../../schemas/problem.ts';
import { pointerTo } from '../json/pointer.ts';
import { type Column, readColumns } from './organization-columns.ts';
import { type RequestedOrganization, readOrganizationRow } from './read-organization-row.ts';

/** A record of a file, and the line on which it ends. */
export type Line = { readonly cells: readonly string[]; readonly number: number };

export type ReadOrganizations =
  | { readonly kind: 'valid'; readonly organizations: readonly RequestedOrganization[] }
  | { readonly kind: 'invalid'; readonly faults: readonly Fault[] };

const MOST_ROWS = 5000;

const readRows = (columns: readonly Column[], lines: readonly Line[]): ReadOrganizations => {
  const organizations: RequestedOrganization[] = [];
  const faults: Fault[] = [];
  const ids = new Set<string>();
  for (const [index, { cells, number }] of lines.entries()) {
    const fault = (expected: string, heading?: string) =>
      faults.push({
        pointer: pointerTo(['rows', index, ...(heading === undefined ? [] : [heading])]),
        expected: `line ${number}: ${expected}`,
      });
    const row = readOrganizationRow(columns, cells);
    if (row.kind === 'invalid') {
      for (const { expected, heading } of row.faults) fault(expected, heading);
      continue;
    }
    if (ids.has(row.organization.id)) fault('each id once', 'id');
    ids.add(row.organization.id);
    organizations.push(row.organization);
  }
  return faults.length > 0 ? { kind: 'invalid', faults } : { kind: 'valid', organizations };
};

/**
 * Reads the lines of a file of organizations: a header as of `readColumns`, then one
 * organization a row, at least one and at most 5000. Every fault is told: `/columns/2` is the
 * third heading, `/rows/3/peopleServed` a cell of the fourth row below the header; the text
 * names the line.
 */
export const readOrganizations = (lines: readonly Line[]): ReadOrganizations => {
  const [header, ...rows] = lines;
  const columns = readColumns(header?.cells ?? []);
  if (columns.kind === 'invalid') return columns;
  if (rows.length > 0 && rows.length <= MOST_ROWS) return readRows(columns.columns, rows);
  return {
    kind: 'invalid',
    faults: [{ pointer: '/rows', expected: `from 1 to ${MOST_ROWS} rows below the header` }],
  };
};
