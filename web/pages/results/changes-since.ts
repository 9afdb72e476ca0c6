import type { PriorityRow } from '../../../core/ranking/priority-row.ts';
import type { Report } from '../../../core/report/report.ts';

/** An item whose rank within its category differs between two releases. */
export type ItemChange = {
  readonly id: string;
  /** Null where the item was not there. */
  readonly before: PriorityRow | null;
  readonly now: PriorityRow;
};

/** What differs between two releases, by the headline figures. */
export type Changes = {
  readonly people: { readonly before: number; readonly now: number } | null;
  readonly items: readonly ItemChange[];
  /** How many items keep their rank. */
  readonly unchanged: number;
};

/** Compares the headline figures of a release with those of an earlier one. */
export const changesSince = (earlier: Report, now: Report): Changes => {
  const before = new Map(headlineRows(earlier).map((row) => [`${row.list} ${row.id}`, row]));
  const compared = headlineRows(now).map((row): ItemChange => {
    const { id, list } = row;
    return { id, before: before.get(`${list} ${id}`) ?? null, now: row };
  });
  const items = compared.filter(({ before, now }) => (before?.rank ?? null) !== now.rank);
  const people = [responsesOf(earlier), responsesOf(now)] as const;
  return {
    people: people[0] === null || people[1] === null ? null : { before: people[0], now: people[1] },
    items,
    unchanged: compared.length - items.length,
  };
};

const headlineRows = ({ rows, definition }: Report): readonly PriorityRow[] =>
  rows.filter(
    ({ list, voice, metric }) =>
      list.startsWith('category:') &&
      voice === 'respondent' &&
      metric === definition.headlineMetric,
  );

const responsesOf = ({ participation }: Report): number | null =>
  participation.find(({ attribute }) => attribute === 'statewide')?.responses ?? null;
