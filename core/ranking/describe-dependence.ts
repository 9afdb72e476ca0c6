import type { Metric, Voice } from '../../schemas/poll.ts';
import { againstMetrics, againstVoices, type HeldAgainst } from './dependence.ts';
import type { PriorityRow } from './priority-row.ts';
import { rowsByList } from './rows-by-list.ts';

/** "By this voice and metric it may rank from .. to .., yet by those it ranks ..." */
export type DependenceStatement = {
  readonly dependsOn: 'voice' | 'metric';
  readonly list: string;
  readonly id: string;
  readonly voice: Voice;
  readonly metric: Metric;
  readonly rankLow: number;
  readonly rankHigh: number;
  /** Only the ranks that lie outside; among the members that both rank. */
  readonly elsewhere: readonly {
    readonly voice: Voice;
    readonly metric: Metric;
    readonly rank: number;
  }[];
};

/**
 * Says of every member whose rank depends on the voice or the metric what differs: one
 * statement for each flag that is true, in the order of the rows, ready to be put in words.
 */
export function describeDependence(
  rows: readonly PriorityRow[],
  levels: number,
): readonly DependenceStatement[] {
  const find = rowsByList(rows);
  return rows.flatMap((row) => [
    ...statement('voice', row, againstVoices(row, find)),
    ...statement('metric', row, againstMetrics(row, find, levels)),
  ]);
}

function statement(
  dependsOn: DependenceStatement['dependsOn'],
  row: PriorityRow,
  held: readonly HeldAgainst[],
): DependenceStatement[] {
  const { list, id, voice, metric, rankLow, rankHigh } = row;
  const elsewhere = held
    .filter((one) => one.outside)
    .map((one) => ({ voice: one.voice, metric: one.metric, rank: one.rank }));
  if (elsewhere.length === 0 || rankLow === null || rankHigh === null) return [];
  return [{ dependsOn, list, id, voice, metric, rankLow, rankHigh, elsewhere }];
}
