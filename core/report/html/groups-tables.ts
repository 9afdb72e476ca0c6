import type { PriorityRow } from '../../ranking/priority-row.ts';
import { dataTable, type TableCell } from './data-table.ts';
import { itemsByGroup, keyOfGroup } from './items-by-group.ts';
import { type Markup, markup } from './markup.ts';
import { type PageContent, rankInWords, sizeOf } from './page-content.ts';

/** The published groups, a table an attribute: who took part, and what comes first. */
export const groupsTables = (content: PageContent): Markup | false => {
  const { report, wording } = content;
  const { page } = wording;
  const items = itemsByGroup(content);
  const tables = report.definition.publishedAttributes.flatMap((attribute) => {
    const groups = report.participation.filter((row) => row.attribute === attribute);
    if (groups.length === 0) return [];
    return dataTable(
      page.byAttribute(attribute),
      [page.group, page.responses, page.organizations, page.leadingItem],
      groups.map((group): TableCell[] => [
        { content: group.group === 'Other' ? page.other : group.group, heading: true },
        { content: numberOf(group.responses, content) },
        { content: numberOf(group.organizations, content) },
        { content: leading(items.get(keyOfGroup(group)) ?? [], content) },
      ]),
    );
  });
  if (tables.length === 0) return false;
  return markup`<section><h2>${page.groups}</h2><p>${page.groupsWarning}</p>${tables}</section>`;
};

const numberOf = (value: number | null, { wording }: PageContent): string =>
  value === null ? '–' : wording.number(value);

const leading = (rows: readonly PriorityRow[], content: PageContent): string => {
  const { wording, titleOfRow } = content;
  const size = sizeOf(rows);
  const first = rows.filter(({ rank }) => rank === 1);
  if (first.length === 0) return wording.top.withoutRanks;
  return wording.list(
    first.map((row) => `${titleOfRow(row)} (${rankInWords(row, size, wording)})`),
  );
};
