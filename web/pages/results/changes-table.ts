import type { PriorityRow } from '../../../core/ranking/priority-row.ts';
import { dataTable } from '../../../core/report/html/data-table.ts';
import { type Markup, markup } from '../../../core/report/html/markup.ts';
import type { Report } from '../../../core/report/report.ts';
import { titleFinder } from '../../../core/report/titled-rows.ts';
import type { PagesWording } from '../wording/wording.ts';
import { changesSince } from './changes-since.ts';

/** What changed since an earlier release, in a sentence and a table. */
export const changesTable = (
  { earlier, now }: { readonly earlier: Report; readonly now: Report },
  { changes, report: wording }: PagesWording,
): Markup => {
  const { people, items, unchanged } = changesSince(earlier, now);
  const titleOfRow = titleFinder(now.definition, wording.language);
  const cell = (row: PriorityRow | null) => placeOf(row, now, { changes, report: wording });
  const counted = people !== null && markup`<p>${changes.people(people.before, people.now)}</p>`;
  if (items.length === 0) return markup`${counted}<p>${changes.none}</p>`;
  const table = dataTable(
    changes.caption,
    [wording.page.item, changes.before, changes.now],
    items.map((change) => [
      { content: titleOfRow(change.now), heading: true },
      { content: cell(change.before) },
      { content: cell(change.now) },
    ]),
  );
  return markup`${counted}${table}${unchanged > 0 && markup`<p>${changes.others(unchanged)}</p>`}`;
};

/** A rank and its estimate; the size of the category goes without saying beside it. */
const placeOf = (
  row: PriorityRow | null,
  { definition }: Report,
  { changes, report: wording }: Pick<PagesWording, 'changes' | 'report'>,
): string => {
  if (row === null || row.rank === null) return changes.withheld;
  const size = definition.categories.find(({ id }) => row.list === `category:${id}`)?.items.length;
  const rank = wording.rankOf(row.rank, size ?? row.rank);
  const { estimate, metric } = row;
  return estimate === null
    ? rank
    : `${rank}; ${wording.estimate(metric, estimate, definition.levels)}`;
};
