import type { Report } from './report.ts';

/** A published group: an attribute and one of its values. */
export type PublishedGroup = { readonly attribute: string; readonly group: string };

/** The groups that a report has figures of, in its order. */
export const publishedGroups = ({ participation }: Report): readonly PublishedGroup[] =>
  participation
    .filter(({ attribute }) => attribute !== 'statewide')
    .map(({ attribute, group }) => ({ attribute, group }));

/** What a report says of one published group alone, as if that were all of it. */
export const reportOfGroup = (report: Report, wanted: PublishedGroup): Report => {
  const isWanted = ({ attribute, group }: PublishedGroup): boolean =>
    attribute === wanted.attribute && group === wanted.group;
  const asAll = <Row extends PublishedGroup>(row: Row): Row => ({
    ...row,
    attribute: 'statewide',
    group: 'all',
  });
  return {
    ...report,
    definition: { ...report.definition, publishedAttributes: [] },
    participation: report.participation.filter(isWanted).map(asAll),
    rows: report.breakdowns.flatMap((entry) =>
      entry.kind === 'ranked' && isWanted(entry) ? [entry.row] : [],
    ),
    breakdowns: [],
    distribution: report.distribution.filter(isWanted).map(asAll),
  };
};
