import { parse } from 'csv-parse/sync';
import { jsonOf } from '../../local/api/call.ts';
import { OrganizationRequest } from '../../schemas/organization.ts';
import { type Accepted, bodyText, differs } from './acceptance-faults.ts';
import type { Row, Tables } from './tables.ts';

type Cells = Readonly<Record<string, string>>;

const RESPONSES_A_BUCKET = 125;
const UNKNOWN_EXPECTED = 500;
const MOST_BITS = 8;

const HEADING = /^(?:id|peopleServed|expectedResponses|name(?::.+)?|attribute:.+)$/;

/** The cells under headings of a kind, by what follows the colon. */
const under = (cells: Cells, kind: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(cells)
      .filter(([heading, cell]) => cell !== '' && heading.startsWith(`${kind}:`))
      .map(([heading, cell]) => [heading.slice(kind.length + 1), cell]),
  );

const numberUnder = (cells: Cells, heading: string): object =>
  cells[heading] ? { [heading]: Number(cells[heading]) } : {};

/** What a row asks for. */
const requestOf = (cells: Cells): unknown => ({
  name: { ...(cells.name && { en: cells.name }), ...under(cells, 'name') },
  attributes: under(cells, 'attribute'),
  ...numberUnder(cells, 'peopleServed'),
  ...numberUnder(cells, 'expectedResponses'),
});

/** The fewest bits with which a bucket is expected to hold few enough responses. */
const bitsFor = (expected = UNKNOWN_EXPECTED): number =>
  Array.from({ length: MOST_BITS }, (_, bits) => bits).find(
    (bits) => expected / 2 ** bits <= RESPONSES_A_BUCKET,
  ) ?? MOST_BITS;

const rowFaults = (cells: Cells, kept: Row | undefined, isOpened: boolean): readonly string[] => {
  const request = OrganizationRequest.safeParse(requestOf(cells));
  if (!request.success) return ['a row that is no organization'];
  const { bucketBits, ...rest } = kept ?? {};
  return [
    ...differs('an organization of a file', rest, { id: cells.id, ...request.data }),
    ...(isOpened || bucketBits === bitsFor(request.data.expectedResponses)
      ? []
      : ['buckets of another size']),
  ];
};

/** What was made of a file of organizations: every row is kept as it stands there, and no other. */
export const loadedFaults = async (
  accepted: Accepted,
  tables: Tables,
): Promise<readonly string[]> => {
  const { poll = '' } = accepted.parameters;
  const options = { bom: true, columns: true, skip_empty_lines: true, trim: true } as const;
  const rows = parse(bodyText(accepted), options) as readonly Cells[];
  const loaded = jsonOf(accepted.answer) as Readonly<Record<string, number>>;
  const isOpened = (await tables.poll(poll))?.opened === true;
  const kept = await Promise.all(rows.map(({ id = '' }) => tables.organization(poll, id)));
  return [
    ...rows.flatMap((cells, index) => rowFaults(cells, kept[index], isOpened)),
    ...differs('how many rows', loaded.organizations, rows.length),
    ...(new Set(rows.map(({ id }) => id)).size < rows.length ? ['an organization twice'] : []),
    ...(Object.keys(rows[0] ?? {}).every((heading) => HEADING.test(heading))
      ? []
      : ['a column of nothing']),
  ];
};
