import type { PriorityRow } from '../ranking/priority-row.ts';
import type { Report } from './report.ts';
import { orNull, roundError, roundEstimate } from './round.ts';

/**
 * A report with every figure as the tables publish it. Pages are made of this: they round once
 * more, and whether the unrounded figure would go up or down would tell more than the tables do.
 * Where no release rule was applied, nothing is rounded.
 */
export const roundedReport = (report: Report): Report =>
  report.disclosureControl === 'none'
    ? report
    : {
        ...report,
        rows: report.rows.map(roundedRow),
        breakdowns: report.breakdowns.map((entry) =>
          entry.kind === 'ranked' ? { ...entry, row: roundedRow(entry.row) } : entry,
        ),
        distribution: report.distribution.map(({ figures, ...row }) => ({
          ...row,
          figures: figures && {
            ...figures,
            nonresponse: orNull(roundEstimate, figures.nonresponse),
            consensus: orNull(roundEstimate, figures.consensus),
            agreement: orNull(roundEstimate, figures.agreement),
          },
        })),
      };

const roundedRow = (row: PriorityRow): PriorityRow => ({
  ...row,
  estimate: orNull(roundEstimate, row.estimate),
  standardError: orNull(roundError, row.standardError),
  low: orNull(roundEstimate, row.low),
  high: orNull(roundEstimate, row.high),
  df: orNull(roundError, row.df),
});
