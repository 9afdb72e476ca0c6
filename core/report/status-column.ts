import { listMeanings, statusMeanings } from '../../schemas/figure-status.ts';
import type { Column } from './column.ts';

/** The column `status` of a table of figures: why a row has the figures that it has. */
export const statusColumn = <Row>(
  statusOf: (row: Row) => string,
  meanings: Readonly<Record<string, string>> = statusMeanings,
): Column<Row> => ({
  name: 'status',
  type: 'string',
  description: `Why there are figures or none. ${listMeanings(meanings)}.`,
  values: Object.keys(meanings),
  cell: statusOf,
});
