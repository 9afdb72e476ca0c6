import { OrganizationId } from '../../schemas/identifier.ts';
import { OrganizationRequest } from '../../schemas/organization.ts';
import { faultsOf } from '../json/faults-of.ts';
import type { Column } from './organization-columns.ts';
import { MOST_BYTES_AN_ORGANIZATION } from './organization-size.ts';

/** An organization as a row says. */
export type RequestedOrganization = { readonly id: string; readonly request: OrganizationRequest };

/** What is wrong with a row: the heading of the column, none where it is the whole row. */
export type RowFault = { readonly heading?: string; readonly expected: string };

export type ReadRow =
  | { readonly kind: 'valid'; readonly organization: RequestedOrganization }
  | { readonly kind: 'invalid'; readonly faults: readonly RowFault[] };

type Filled = { readonly column: Column; readonly cell: string };

const WHOLE_NUMBER = /^\d{1,12}$/;

/** A cell's number; what is none stays as it is, for the schema to refuse. */
const numberIn = (cell: string): number | string => (WHOLE_NUMBER.test(cell) ? Number(cell) : cell);

const requestOf = (filled: readonly Filled[]): unknown => {
  const name: Record<string, string> = {};
  const attributes: Record<string, string> = {};
  const numbers: Record<string, number | string> = {};
  for (const { column, cell } of filled) {
    if (column.kind === 'name') name[column.language] = cell;
    else if (column.kind === 'attribute') attributes[column.attribute] = cell;
    else if (column.kind !== 'id') numbers[column.kind] = numberIn(cell);
  }
  return { name, attributes, ...numbers };
};

/** The heading of the column that a place in a request came from. */
const headingAt = (columns: readonly Column[], pointer: string): string | undefined => {
  const [, member, detail] = pointer.split('/');
  const column = columns.find(
    (candidate) =>
      candidate.kind === member ||
      (candidate.kind === 'name' && member === 'name' && candidate.language === detail) ||
      (candidate.kind === 'attribute' && member === 'attributes' && candidate.attribute === detail),
  );
  return column?.heading;
};

const byteLength = (value: unknown): number =>
  new TextEncoder().encode(JSON.stringify(value)).length;

const withHeading = (heading: string | undefined, expected: string): RowFault =>
  heading === undefined ? { expected } : { heading, expected };

/** Reads the cells of one row; an empty cell says nothing. */
export const readOrganizationRow = (
  columns: readonly Column[],
  cells: readonly string[],
): ReadRow => {
  if (cells.length !== columns.length) {
    return {
      kind: 'invalid',
      faults: [{ expected: `${columns.length} cells, as the header has` }],
    };
  }
  const filled = columns.flatMap((column, index) => {
    const cell = cells[index] ?? '';
    return cell === '' ? [] : { column, cell };
  });
  const id = OrganizationId.safeParse(
    filled.find(({ column }) => column.kind === 'id')?.cell ?? '',
  );
  const request = OrganizationRequest.safeParse(requestOf(filled));
  const faults = [
    ...(id.success ? [] : id.error.issues.map(({ message }) => withHeading('id', message))),
    ...(request.success ? [] : faultsOf(request.error)).map(({ pointer, expected }) =>
      withHeading(headingAt(columns, pointer), expected),
    ),
  ];
  if (!id.success || !request.success) return { kind: 'invalid', faults };
  if (byteLength(request.data) > MOST_BYTES_AN_ORGANIZATION) {
    return { kind: 'invalid', faults: [{ expected: 'at most 16 KB in all' }] };
  }
  return { kind: 'valid', organization: { id: id.data, request: request.data } };
};
