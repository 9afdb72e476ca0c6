import type { PriorityRow } from '../../ranking/priority-row.ts';
import type { ParticipationRow } from '../participation-columns.ts';
import type { PageContent } from './page-content.ts';

/** A published group among all groups of all attributes. */
export const keyOfGroup = ({
  attribute,
  group,
}: Pick<ParticipationRow, 'attribute' | 'group'>): string => `${attribute} ${group}`;

/** The ranking of all items that the page shows of each group, by {@link keyOfGroup}. */
export const itemsByGroup = ({
  report,
}: PageContent): ReadonlyMap<string, readonly PriorityRow[]> => {
  const found = new Map<string, PriorityRow[]>();
  for (const entry of report.breakdowns) {
    if (entry.kind === 'withheld') continue;
    const { row } = entry;
    const isHeadline =
      row.metric === report.definition.headlineMetric && row.voice === 'respondent';
    if (row.list !== 'items' || !isHeadline) continue;
    const rows = found.get(keyOfGroup(entry)) ?? [];
    rows.push(row);
    found.set(keyOfGroup(entry), rows);
  }
  return found;
};
