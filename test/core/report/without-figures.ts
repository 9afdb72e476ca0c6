import type { Report } from '../../../core/report/report.ts';

/** The same report with every figure withheld for one reason, and no breakdown. */
export const withoutFigures = (report: Report, status: string): Report => ({
  ...report,
  rows: report.rows.map((row) => ({
    ...row,
    ...{ rank: null, rankLow: null, rankHigh: null, tier: null },
    ...{ voiceDependent: null, metricDependent: null, estimate: null, standardError: null },
    ...{ low: null, high: null, df: null, answers: null, organizations: null, reliability: null },
    status: row.list === 'categories' ? 'item-withheld' : status,
  })),
  participation: report.participation.slice(0, 1),
  breakdowns: [],
  distribution: report.distribution
    .filter(({ attribute }) => attribute === 'statewide')
    .map((row) => ({ ...row, figures: null, status })),
});
