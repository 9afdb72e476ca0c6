import { breakdownColumns } from './breakdown-columns.ts';
import type { Cell, Column } from './column.ts';
import { columnsFor } from './columns-for.ts';
import { distributionColumns } from './distribution-columns.ts';
import { participationColumns } from './participation-columns.ts';
import { priorityColumns } from './priority-columns.ts';
import type { Report } from './report.ts';
import { titledRows } from './titled-rows.ts';

/** A table before it is written: a CSV file, or a sheet of the workbook. */
export type ReportTable = {
  /** The file's name without its ending, and the table's name in JSON. */
  readonly name: string;
  readonly description: string;
  readonly columns: readonly Pick<Column<never>, 'name' | 'type' | 'description' | 'values'>[];
  /** One array a row, in the columns' order. */
  readonly cells: readonly (readonly Cell[])[];
};

const tableOf =
  (report: Report) =>
  <Row>(
    name: string,
    description: string,
    published: readonly Column<Row>[],
    rows: readonly Row[],
  ): ReportTable => {
    const columns = columnsFor(report, published);
    const cells = rows.map((row) => columns.map((column) => column.cell(row)));
    return { name, description, columns, cells };
  };

/** The tables of a report, rounded as they are published unless no release rule was applied. */
export const reportTables = (report: Report): readonly ReportTable[] => {
  const { priorities, breakdowns } = titledRows(report);
  const table = tableOf(report);
  return [
    table(
      'priorities',
      'Every ranking, first rank first: one row for each list, voice, metric and item.',
      priorityColumns,
      priorities,
    ),
    table(
      'categories',
      'The categories among themselves, first rank first: one row for each voice, metric and category.',
      priorityColumns,
      priorities.filter((row) => row.list === 'categories'),
    ),
    table(
      'breakdowns',
      'The rankings of each published group, first rank first; a withheld breakdown is one row that says why.',
      breakdownColumns,
      breakdowns,
    ),
    table(
      'distribution',
      'How the answers to each item spread over the levels, for each published group.',
      distributionColumns(report.definition.levels),
      report.distribution,
    ),
    table(
      'participation',
      'How many took part, one row for each published group.',
      participationColumns,
      report.participation,
    ),
  ];
};
