import type { PriorityRow } from '../../ranking/priority-row.ts';
import { roundEstimate } from '../round.ts';
import { titleOf } from '../title-of.ts';
import { dataTable, type TableCell } from './data-table.ts';
import { divergingBar } from './diverging-bar.ts';
import { type Markup, markup, type Part } from './markup.ts';
import { openRanksOf, type PageContent, rankInWords, sizeOf } from './page-content.ts';
import { rankBar } from './rank-bar.ts';
import { sideShares } from './side-shares.ts';

/** A rank: the places that are open in words, and drawn. */
export const rankCell = (row: PriorityRow, size: number, content: PageContent): Part => {
  const words = rankInWords(row, size, content.wording);
  if (words === null || row.rank === null) return '–';
  const open = openRanksOf(row, size);
  const bar = open !== null && size > 1 && rankBar({ rank: row.rank, ...open });
  return markup`${words}${bar}${content.besideRank(row)}`;
};

/** An estimate with its interval, or why there is none. */
export const estimateCell = (row: PriorityRow, { report, wording, metric }: PageContent): Part => {
  const { levels } = report.definition;
  if (row.estimate === null) return wording.status(row.status, report.definition, row.voice);
  const estimate = markup`<b>${wording.estimate(metric, row.estimate, levels)}</b>`;
  if (row.low === null || row.high === null) return estimate;
  return markup`${estimate}<small>${wording.page.interval}: ${wording.interval(metric, row.low, row.high)}</small>`;
};

type Category = PageContent['report']['definition']['categories'][number];

/** What the last column of a table of items says of each. */
type LastColumn = { readonly title: string; readonly cell: (row: PriorityRow) => Part };

/** The items of one category: the table that is the chart. */
export const priorityTable = (category: Category, content: PageContent): Markup => {
  const { wording, rowsOf } = content;
  const all = new Map(rowsOf('items').map((row) => [row.id, row]));
  const sizeOfAll = sizeOf([...all.values()]);
  return itemsTable(
    titleOf(category.title, category.id, wording.language),
    rowsOf(`category:${category.id}`),
    {
      title: wording.page.amongAll,
      cell: ({ id }) => {
        const among = all.get(id);
        return (among && rankInWords(among, sizeOfAll, wording)) ?? '–';
      },
    },
    content,
  );
};

/** All items in one ranking, each with its category. */
export const allItemsTable = (content: PageContent): Markup => {
  const { wording, report, rowsOf } = content;
  const categories = new Map(
    report.definition.categories.flatMap(({ id, title, items }) =>
      items.map((item) => [item.id, titleOf(title, id, wording.language)] as const),
    ),
  );
  const last = {
    title: wording.page.category,
    cell: ({ id }: PriorityRow) => categories.get(id) ?? '–',
  };
  return itemsTable(wording.page.allItems, rowsOf('items'), last, content);
};

const itemsTable = (
  caption: string,
  rows: readonly PriorityRow[],
  last: LastColumn,
  content: PageContent,
): Markup => {
  const { page } = content.wording;
  const size = sizeOf(rows);
  return dataTable(
    caption,
    [page.item, page.rank, page.answers, page.estimate[content.metric], last.title],
    rows.map((row): TableCell[] => [
      { content: content.titleOfRow(row), heading: true },
      { content: rankCell(row, size, content) },
      { content: answersCell(row, content), wide: true },
      { content: estimateCell(row, content) },
      { content: last.cell(row) },
    ]),
    'items',
  );
};

const answersCell = (row: PriorityRow, content: PageContent): Part => {
  const { report, wording, levelTitles, scale } = content;
  const counts = content.countsOf.get(row.id);
  if (!counts) return '–';
  const { page, percent } = wording;
  const { disagree, neutral, agree, answers } = sideShares(counts);
  // As the estimate beside it is rounded, or the two would now and then differ by one percent.
  const share = (part: number): string =>
    percent(report.disclosureControl === 'none' ? part : roundEstimate(part));
  const said = [
    `${share(disagree)} ${page.disagree}`,
    ...(neutral === null ? [] : [`${share(neutral)} ${page.neutral}`]),
    `${share(agree)} ${page.agree}`,
    page.answered(answers),
  ];
  return markup`${divergingBar({ counts, levelTitles, percent, scale })}<small>${said.join(' · ')}</small>`;
};

/** The categories among themselves. */
export const categoriesTable = (content: PageContent): Markup => {
  const { wording, metric, rowsOf, titleOfRow } = content;
  const { page } = wording;
  const rows = rowsOf('categories');
  return dataTable(
    page.categories,
    [page.category, page.rank, page.estimate[metric]],
    rows.map((row) => [
      { content: titleOfRow(row), heading: true },
      { content: rankCell(row, sizeOf(rows), content) },
      { content: estimateCell(row, content) },
    ]),
  );
};
