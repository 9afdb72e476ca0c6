import type { PollDefinition } from '../../schemas/poll.ts';
import type { PriorityRow } from '../ranking/priority-row.ts';
import type { TitledBreakdownRow } from './breakdown-columns.ts';
import type { TitledRow } from './priority-columns.ts';
import { inRankOrder } from './rank-order.ts';
import type { Report } from './report.ts';
import { titleOf } from './title-of.ts';

/** The title of what a row ranks: of a category in the list of categories, else of an item. */
export type TitleOfRow = (row: Pick<PriorityRow, 'list' | 'id'>) => string;

/** Finds titles in one language: see {@link titleOf}. */
export const titleFinder = (
  { categories }: Pick<PollDefinition, 'categories'>,
  language?: string,
): TitleOfRow => {
  const ofItems = new Map(
    categories.flatMap(({ items }) =>
      items.map(({ id, title }) => [id, titleOf(title, id, language)] as const),
    ),
  );
  const ofCategories = new Map(
    categories.map(({ id, title }) => [id, titleOf(title, id, language)] as const),
  );
  return ({ list, id }) => (list === 'categories' ? ofCategories : ofItems).get(id) ?? id;
};

/** The rows of a report's tables, each with its title. */
export type TitledRows = {
  readonly priorities: readonly TitledRow[];
  readonly breakdowns: readonly TitledBreakdownRow[];
};

/** Gives every ranked row of a report its title, and every ranking its order: first is first. */
export const titledRows = ({ definition, rows, breakdowns }: Report): TitledRows => {
  const titleOfRow = titleFinder(definition);
  const titled = (row: PriorityRow): TitledRow => ({ ...row, title: titleOfRow(row) });
  const entries = breakdowns.map(
    (entry): TitledBreakdownRow =>
      entry.kind === 'ranked' ? { ...entry, row: titled(entry.row) } : entry,
  );
  return {
    priorities: inRankOrder(
      rows.map(titled),
      (row) => row,
      () => '',
    ),
    breakdowns: inRankOrder(
      entries,
      (entry) => (entry.kind === 'ranked' ? entry.row : null),
      (entry) => JSON.stringify([entry.attribute, entry.kind === 'ranked' ? entry.group : null]),
    ),
  };
};
