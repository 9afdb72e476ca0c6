import type { PriorityRow } from '../ranking/priority-row.ts';

type Ranked = Pick<PriorityRow, 'rank'>;

/** Rows by rank; those that share one, and last those without one, stay in the poll's order. */
export const byRank = <Row extends Ranked>(rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((a, b) => compareRanks(a, b));

/**
 * Rows of many rankings: the rankings as they first come up, the rows of each by rank.
 *
 * @param ranked the ranked row within a row of the table; none where it is no part of a ranking
 * @param group what tells apart rankings of one list, voice and metric
 */
export const inRankOrder = <Row>(
  rows: readonly Row[],
  ranked: (row: Row) => PriorityRow | null,
  group: (row: Row) => string,
): readonly Row[] => {
  const rankings = Map.groupBy(rows, (row) => {
    const { list, voice, metric } = ranked(row) ?? {};
    return JSON.stringify([group(row), list, voice, metric]);
  });
  return [...rankings.values()].flatMap((some) =>
    some.toSorted((a, b) => compareRanks(ranked(a), ranked(b))),
  );
};

const compareRanks = (a: Ranked | null, b: Ranked | null): number => {
  const [first, second] = [a?.rank ?? null, b?.rank ?? null];
  if (first === null || second === null) return Number(first === null) - Number(second === null);
  return first - second;
};
