import type { Report } from '../../../core/report/report.ts';
import { aFinalReport } from '../../core/report/a-release.ts';
import { aReport } from '../../core/report/a-report.ts';
import { withoutFigures } from '../../core/report/without-figures.ts';
import type { ReleasedPoll } from './released-polls.ts';

/** What two voices see differently, with groups. */
const divided = aFinalReport({
  ...{ organizations: 120, people: 30, large: 40, regions: 2, categories: 3 },
});

/** An earlier release of the same poll: interim, so in one voice and without groups. */
const interim = (report: Report): Report => ({
  ...report,
  kind: 'interim',
  asOf: '2027-01-15',
  rows: report.rows
    .filter(({ voice }) => voice === 'respondent')
    .map((row) => ({ ...row, rank: row.rank === 1 ? 2 : row.rank === 2 ? 1 : row.rank })),
  breakdowns: [],
  participation: report.participation
    .slice(0, 1)
    .map((row) => ({ ...row, responses: (row.responses ?? 0) - 500 })),
  distribution: report.distribution.filter(({ attribute }) => attribute === 'statewide'),
});

const long = aFinalReport({
  ...{ organizations: 20, people: 30, levels: 7 },
  title: (name) => `${name}: ${'what a state might do for recovery-organizations '.repeat(4)}`,
});

/** As many groups as a state has regions: its `priorities.json` is over 4 MB. */
const large = aFinalReport({
  ...{ organizations: 216, people: 30, regions: 18, categories: 4, items: 6 },
});

/** Polls in every state that their results can be in. */
export const POLLS = [
  { id: 'spring', reports: 'public', releases: [interim(divided), { ...divided, number: 2 }] },
  { id: 'autumn', reports: 'planners', releases: [divided] },
  { id: 'early', reports: 'public', releases: [aReport({ number: 1 })] },
  { id: 'few', reports: 'public', releases: [aFinalReport({ organizations: 5, people: 30 })] },
  { id: 'hidden', reports: 'public', releases: [withoutFigures(divided, 'too-few-answers')] },
  { id: 'long', reports: 'public', releases: [long] },
  { id: 'large', reports: 'public', releases: [large] },
  { id: 'empty', reports: 'public', releases: [] },
] as const satisfies readonly ReleasedPoll[];
