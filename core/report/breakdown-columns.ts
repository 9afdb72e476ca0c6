import { statusMeanings, withoutGroups } from '../../schemas/figure-status.ts';
import type { PriorityRow } from '../ranking/priority-row.ts';
import type { Column } from './column.ts';
import { priorityColumns, type TitledRow } from './priority-columns.ts';
import { statusColumn } from './status-column.ts';

/** A ranked row of one published group, or why an attribute has no groups. */
export type BreakdownRow =
  | {
      readonly kind: 'ranked';
      readonly attribute: string;
      readonly group: string;
      readonly row: PriorityRow;
    }
  | { readonly kind: 'withheld'; readonly attribute: string; readonly reason: string };

/** A row of `breakdowns.csv`: a breakdown's row with the title of what it ranks. */
export type TitledBreakdownRow =
  | (Extract<BreakdownRow, { kind: 'ranked' }> & { readonly row: TitledRow })
  | Extract<BreakdownRow, { kind: 'withheld' }>;

type CellOf<Row> = Column<Row>['cell'];

const ofRanked =
  (cell: CellOf<TitledRow>): CellOf<TitledBreakdownRow> =>
  (entry) =>
    entry.kind === 'ranked' ? cell(entry.row) : null;

const ofGroup = ({ exact, ...column }: Column<TitledRow>): Column<TitledBreakdownRow> => ({
  ...column,
  cell: ofRanked(column.cell),
  ...(exact && { exact: { ...exact, cell: ofRanked(exact.cell) } }),
});

const statusOf = (entry: TitledBreakdownRow): string =>
  entry.kind === 'ranked' ? entry.row.status : entry.reason;

/** The columns of `breakdowns.csv`: the group, then the columns of `priorities.csv`. */
export const breakdownColumns: readonly Column<TitledBreakdownRow>[] = [
  {
    name: 'attribute',
    type: 'string',
    description: 'The attribute that forms the groups.',
    cell: (entry) => entry.attribute,
  },
  {
    name: 'group',
    type: 'string',
    description:
      'The group: a value of the attribute; "Other" for organizations that could not be published under one value. Groups must not be compared with each other.',
    cell: (entry) => (entry.kind === 'ranked' ? entry.group : null),
  },
  ...priorityColumns.filter(({ name }) => name !== 'status').map(ofGroup),
  statusColumn(statusOf, { ...statusMeanings, ...withoutGroups }),
];
