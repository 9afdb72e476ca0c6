import type { PriorityRow } from '../../../core/ranking/priority-row.ts';
import type { Report } from '../../../core/report/report.ts';
import type { View } from './view-query.ts';

/** Where a row stands in the headline figures, where that is another rank than here. */
export type Move = {
  readonly rank: number;
  /** How many have a rank there. */
  readonly size: number;
  /** Whether the rank here lies outside the places that the headline figures leave open. */
  readonly outside: boolean;
};

/** The move of each row of a list, by the row's id; none for a row that keeps its rank. */
export type MovesOf = (row: Pick<PriorityRow, 'list' | 'id' | 'rank'>) => Move | null;

/** Holds the ranks of a view against those of the headline figures. */
export const movesFrom = ({ rows, definition }: Report): MovesOf => {
  const headline = rows.filter(
    ({ voice, metric, rank }) =>
      voice === 'respondent' && metric === definition.headlineMetric && rank !== null,
  );
  const lists = Map.groupBy(headline, ({ list }) => list);
  return ({ list, id, rank }) => {
    const there = lists.get(list) ?? [];
    const row = there.find((one) => one.id === id);
    if (!row || row.rank === null || rank === null || row.rank === rank) return null;
    const { rankLow, rankHigh } = row;
    const outside = rankLow !== null && rankHigh !== null && (rank < rankLow || rank > rankHigh);
    return { rank: row.rank, size: there.length, outside };
  };
};

/** How many items of a view have another rank than in the headline figures, of how many. */
export type MoveCount = {
  readonly moved: number;
  readonly outside: number;
  readonly all: number;
};

/** Counts the moves of a view's items, in the lists that it shows. */
export const countMoves = (report: Report, view: View): MoveCount => {
  const movesOf = movesFrom(report);
  const shown = report.rows.filter(
    ({ list, voice, metric }) =>
      voice === view.voice &&
      metric === view.metric &&
      (view.list === 'items' ? list === 'items' : list.startsWith('category:')),
  );
  const moves = shown.flatMap((row) => movesOf(row) ?? []);
  return {
    moved: moves.length,
    outside: moves.filter(({ outside }) => outside).length,
    all: shown.length,
  };
};
