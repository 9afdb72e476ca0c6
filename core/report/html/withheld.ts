import type { Voice } from '../../../schemas/poll.ts';
import type { PriorityRow } from '../../ranking/priority-row.ts';
import type { DistributionRow } from '../distribution-columns.ts';
import { titleFinder } from '../titled-rows.ts';
import { itemsByGroup, keyOfGroup } from './items-by-group.ts';
import { type Markup, markup } from './markup.ts';
import type { PageContent } from './page-content.ts';

const SHOWN: ReadonlySet<string> = new Set(['shown', 'few-organizations']);

/** Items by what is said of them, in the order in which they come up. */
type Reasons = ReadonlyMap<string, readonly string[]>;

/** What was withheld, where, and why; a status that is no withholding but needs a word, too. */
export const withheld = (content: PageContent): Markup => {
  const { report, wording } = content;
  const entries = [
    ...fewOrganizations(content),
    ...sentencesOf(null, reasonsIn('respondent', content), content),
    ...(['organization', 'population'] as const).flatMap((voice) =>
      sentencesOf(wording.page.inVoice(wording.voice[voice]), reasonsIn(voice, content), content),
    ),
    ...report.definition.publishedAttributes.flatMap((attribute) =>
      sentencesOf(wording.page.inGroups(attribute), reasonsInGroups(attribute, content), content),
    ),
    ...report.breakdowns.flatMap((entry) =>
      entry.kind === 'withheld'
        ? [
            `${wording.page.byAttribute(entry.attribute)}: ${wording.status(entry.reason, report.definition, 'respondent')}.`,
          ]
        : [],
    ),
  ];
  return entries.length === 0
    ? markup`<p>${wording.page.nothingWithheld}</p>`
    : markup`<ul>${entries.map((entry) => markup`<li>${entry}</li>`)}</ul>`;
};

const isFew = ({ status }: PriorityRow): boolean => status === 'few-organizations';

const fewOrganizations = (content: PageContent): readonly string[] => {
  const { rowsOf, wording, report, titleOfRow } = content;
  const reason = wording.status('few-organizations', report.definition, 'respondent');
  const statewide = grouped(rowsOf('items', 'respondent').filter(isFew), () => reason, titleOfRow);
  const inGroups = report.definition.publishedAttributes.flatMap((attribute) => {
    const names = groupsWithoutIntervals(attribute, content);
    return names.length === 0
      ? []
      : [`${wording.page.byAttribute(attribute)}. ${reason}: ${names.join('; ')}.`];
  });
  return [...sentencesOf(null, statewide, content), ...inGroups];
};

const groupsWithoutIntervals = (attribute: string, content: PageContent): readonly string[] => {
  const { page } = content.wording;
  const items = itemsByGroup(content);
  const groups = content.report.participation.filter((row) => row.attribute === attribute);
  return groups.flatMap((row) => {
    const shown = (items.get(keyOfGroup(row)) ?? []).filter(({ status }) => SHOWN.has(status));
    const few = shown.filter(isFew).length;
    const name = row.group === 'Other' ? page.other : row.group;
    if (few === 0) return [];
    return few === shown.length ? [name] : [page.groupInPart(name, few, shown.length)];
  });
};

const reasonsIn = (voice: Voice, { report, wording, rowsOf, titleOfRow }: PageContent): Reasons => {
  const withheldForAll = new Set(
    rowsOf('items', 'respondent').flatMap(({ id, status }) => (SHOWN.has(status) ? [] : [id])),
  );
  const rows = rowsOf('items', voice).filter(
    ({ id, status }) => !SHOWN.has(status) && (voice === 'respondent' || !withheldForAll.has(id)),
  );
  const reason = (row: PriorityRow) => wording.status(row.status, report.definition, voice);
  return grouped(rows, reason, titleOfRow);
};

const reasonsInGroups = (attribute: string, { report, wording }: PageContent): Reasons => {
  const statewide = new Map(
    report.distribution
      .filter((row) => row.attribute === 'statewide')
      .map(({ id, status }) => [id, status]),
  );
  const rows = report.distribution.filter(
    (row) =>
      row.attribute === attribute &&
      !SHOWN.has(row.status) &&
      SHOWN.has(statewide.get(row.id) ?? ''),
  );
  const titles = titleFinder(report.definition, wording.language);
  const title = ({ id }: DistributionRow) => titles({ list: 'items', id });
  const reason = (row: DistributionRow) =>
    wording.status(row.status, report.definition, 'respondent');
  return grouped(rows, reason, title);
};

const grouped = <Row>(
  rows: readonly Row[],
  reason: (row: Row) => string,
  title: (row: Row) => string,
): Reasons => {
  const groups = Map.groupBy(rows, reason);
  return new Map([...groups].map(([key, some]) => [key, [...new Set(some.map(title))]]));
};

const sentencesOf = (
  where: string | null,
  reasons: Reasons,
  { wording, rowsOf }: PageContent,
): readonly string[] => {
  const beginning = where === null ? '' : `${where}. `;
  return [...reasons].map(([reason, titles]) =>
    titles.length === rowsOf('items').length
      ? `${beginning}${reason} (${wording.page.everyItem}).`
      : `${beginning}${reason}: ${titles.join('; ')}.`,
  );
};
