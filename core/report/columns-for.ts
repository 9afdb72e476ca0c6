import type { Column } from './column.ts';
import type { Report } from './report.ts';

/**
 * The columns of a report's table: as they are published, or, where no release rule was applied,
 * with full precision and a last column that says so in every row, wherever the table goes.
 */
export const columnsFor = <Row>(
  { disclosureControl }: Pick<Report, 'disclosureControl'>,
  published: readonly Column<Row>[],
): readonly Column<Row>[] =>
  disclosureControl === 'none' ? [...published.map(exactColumn), controlColumn()] : published;

const exactColumn = <Row>({ exact, ...column }: Column<Row>): Column<Row> =>
  exact ? { ...column, ...exact } : column;

const controlColumn = <Row>(): Column<Row> => ({
  name: 'disclosure_control',
  type: 'string',
  description:
    '"none": no release rule was applied. The figures can give people away and must not be published.',
  values: ['none'],
  cell: () => 'none',
});
