import type { PrioritiesReport } from '../../schemas/report.ts';
import type { PriorityRow } from '../ranking/priority-row.ts';
import type { BreakdownRow } from './breakdown-columns.ts';
import type { DistributionRow } from './distribution-columns.ts';
import type { Report, ReportedPoll } from './report.ts';

/**
 * The report that a `priorities.json` says, so that what draws a report draws this one: its
 * figures are rounded, as they were published.
 */
export const reportFromJson = (json: PrioritiesReport): Report => {
  const { poll, release } = json;
  const { disclosureControl } = release;
  return {
    poll: poll.id,
    definition: definitionOf(json),
    number: release.number,
    kind: release.kind,
    asOf: release.asOf,
    leavesOutLateAnswers: release.leavesOutLateAnswers,
    ...(disclosureControl && { disclosureControl }),
    participation: json.participation,
    rows: json.priorities,
    breakdowns: json.breakdowns.map(breakdownRow),
    distribution: json.distribution.map((row) => distributionRow(row, poll.levels)),
  };
};

const definitionOf = ({ poll, release, breakdowns }: PrioritiesReport): ReportedPoll => ({
  title: poll.titles && isText(poll.titles) ? poll.titles : { en: poll.title },
  levels: poll.levels,
  ...(poll.levelTitles && { levelTitles: poll.levelTitles }),
  categories: poll.categories.map(({ items, ...category }) => ({
    ...titled(category),
    items: items.map(titled),
  })),
  headlineMetric: poll.headlineMetric,
  mode: poll.mode,
  minRespondents: release.minRespondents,
  minOrganizations: release.minOrganizations,
  publishedAttributes: [...new Set(breakdowns.map(({ attribute }) => attribute))],
});

type Text = Readonly<Record<string, string>>;

const isText = (text: object): text is Record<string, string> => Object.keys(text).length > 0;

const titled = ({ id, title }: { readonly id: string; readonly title: Text }) =>
  isText(title) ? { id, title } : { id };

const breakdownRow = (entry: PrioritiesReport['breakdowns'][number]): BreakdownRow => {
  if (entry.group === null) {
    return { kind: 'withheld', attribute: entry.attribute, reason: entry.status };
  }
  const { attribute, group, ...row } = entry;
  return { kind: 'ranked', attribute, group, row: row as PriorityRow };
};

const distributionRow = (
  row: PrioritiesReport['distribution'][number],
  levels: number,
): DistributionRow => {
  const { attribute, group, id, title, status, answers } = row;
  const counts = Array.from({ length: levels }, (_, index) => countAt(row, index + 1));
  const figures =
    answers === null
      ? null
      : {
          answers,
          counts,
          nonresponse: row.nonresponse,
          consensus: row.consensus,
          agreement: row.agreement,
        };
  return { attribute, group, id, title, figures, status };
};

const countAt = (row: object, level: number): number =>
  Number(Object.entries(row).find(([name]) => name === `level${level}`)?.[1] ?? 0);
