import { faultsOf } from '../../core/json/faults-of.ts';
import { ItemId, OrganizationId } from '../../schemas/identifier.ts';
import { OrganizationRequest } from '../../schemas/organization.ts';
import { cellTexts } from '../csv/csv-record.ts';
import { createRecordScanner } from '../csv/record-scanner.ts';
import { UnusableInputError } from '../unusable-input-error.ts';

/** What a ranking needs to know of an organization. */
export type ListedOrganization = {
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly peopleServed: number | undefined;
};

/** A file of organizations, and the columns that it has besides. */
export type OrganizationList = {
  readonly organizations: readonly ListedOrganization[];
  /** The attributes that have a column. */
  readonly attributes: readonly string[];
  readonly unknownColumns: readonly string[];
};

type Column =
  | { readonly kind: 'id' | 'peopleServed' | 'ignored' | 'unknown' }
  | { readonly kind: 'attribute'; readonly attribute: string };
type Row = { readonly line: number; readonly cells: readonly string[] };

/** What a file for `POST /v1/polls/{poll}/organizations` has besides; a ranking needs none of it. */
const NOT_NEEDED = /^(?:name(?::.+)?|expectedResponses)$/;
const PREFIX = /^attribute:/;
const WHOLE_NUMBER = /^[1-9]\d{0,8}$/;
const MOST_FAULTS = 20;

const Known = OrganizationRequest.pick({ attributes: true, peopleServed: true });

const columnOf = (heading: string): Column => {
  if (heading === 'id' || heading === 'peopleServed') return { kind: heading };
  if (NOT_NEEDED.test(heading)) return { kind: 'ignored' };
  const attribute = ItemId.safeParse(heading.replace(PREFIX, ''));
  return attribute.success ? { kind: 'attribute', attribute: attribute.data } : { kind: 'unknown' };
};

/**
 * The organizations of a file: a column `id`, perhaps `peopleServed`, and one an attribute, named
 * `region` or `attribute:region`. The file that the API takes will do as well.
 *
 * @param file what the file is called in messages
 * @throws UnusableInputError with the faults by line
 * @throws NotCsvError where the file is no CSV
 */
export const readOrganizationList = (bytes: Uint8Array, file: string): OrganizationList => {
  const [header, ...rows] = rowsOf(bytes);
  const headings = header?.cells ?? [];
  const columns = headings.map(columnOf);
  const faults = [...columnFaults(headings, columns)];
  const organizations = rows.map((row) => organizationOf(row, columns, faults));
  faults.push(...repeatedIds(rows, organizations));
  if (rows.length === 0) faults.push('no organization below the header');
  if (faults.length > 0) throw unusable(file, faults);
  return {
    organizations,
    attributes: columns.flatMap((column) => (column.kind === 'attribute' ? column.attribute : [])),
    unknownColumns: headings.filter((_, index) => columns[index]?.kind === 'unknown'),
  };
};

const rowsOf = (bytes: Uint8Array): readonly Row[] => {
  const rows: Row[] = [];
  const scanner = createRecordScanner((record) =>
    rows.push({ line: record.line, cells: cellTexts(record) }),
  );
  scanner.write(bytes);
  scanner.end();
  return rows;
};

const columnFaults = (headings: readonly string[], columns: readonly Column[]): string[] => {
  const meanings = columns.map((column) =>
    column.kind === 'attribute' ? `attribute:${column.attribute}` : column.kind,
  );
  const isOnce = (meaning: string, index: number) =>
    meaning === 'ignored' || meaning === 'unknown' || meanings.indexOf(meaning) === index;
  return [
    ...(meanings.includes('id') ? [] : ['line 1: there is no column "id"']),
    ...headings
      .filter((_, index) => !isOnce(meanings[index] ?? '', index))
      .map((heading) => `line 1: a second column of "${heading}"`),
  ];
};

const organizationOf = (
  { line, cells }: Row,
  columns: readonly Column[],
  faults: string[],
): ListedOrganization => {
  const fault = (expected: string, heading?: string) =>
    faults.push(`line ${line}${heading ? `, ${heading}` : ''}: expected ${expected}`);
  if (cells.length !== columns.length) fault(`${columns.length} cells, as the header has`);
  const cellOf = (kind: Column['kind']) =>
    cells[columns.findIndex((column) => column.kind === kind)] ?? '';
  const id = OrganizationId.safeParse(cellOf('id'));
  if (!id.success) fault(id.error.issues[0]?.message ?? 'an organization id', 'id');
  const served = cellOf('peopleServed');
  if (served !== '' && !WHOLE_NUMBER.test(served)) {
    fault('a whole number of at least 1, or nothing', 'peopleServed');
  }
  const attributes = Object.fromEntries(
    columns.flatMap((column, index) => {
      const cell = cells[index] ?? '';
      return column.kind === 'attribute' && cell !== '' ? [[column.attribute, cell]] : [];
    }),
  );
  const known = Known.safeParse({ attributes });
  for (const { pointer, expected } of known.success ? [] : faultsOf(known.error)) {
    fault(expected, pointer.split('/').at(-1));
  }
  return {
    id: id.data ?? '',
    attributes: known.data?.attributes ?? {},
    peopleServed: served === '' ? undefined : Number(served),
  };
};

const repeatedIds = (
  rows: readonly Row[],
  organizations: readonly ListedOrganization[],
): readonly string[] => {
  const first = new Map<string, number>();
  return organizations.flatMap(({ id }, index) => {
    const line = rows[index]?.line ?? 0;
    const before = first.get(id);
    if (before === undefined) first.set(id, line);
    return before === undefined || id === '' ? [] : [`line ${line}: "${id}" as on line ${before}`];
  });
};

const unusable = (file: string, faults: readonly string[]): UnusableInputError => {
  const more = faults.length - MOST_FAULTS;
  const lines = [
    ...faults.slice(0, MOST_FAULTS).map((fault) => `  ${fault}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
  return new UnusableInputError([`${file} is no file of organizations:`, ...lines].join('\n'));
};
