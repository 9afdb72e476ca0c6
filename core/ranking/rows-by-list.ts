import type { Metric, Voice } from '../../schemas/poll.ts';
import type { PriorityRow } from './priority-row.ts';
import type { RowsById } from './rank-elsewhere.ts';

/** Finds the rows of one list under one voice and metric; none is an empty map. */
export type RowsByList = (list: string, voice: Voice, metric: Metric) => RowsById;

/** Indexes rows by list, voice and metric. */
export function rowsByList(rows: readonly PriorityRow[]): RowsByList {
  const index = new Map<string, Map<string, PriorityRow>>();
  for (const row of rows) {
    const key = `${row.list} ${row.voice} ${row.metric}`;
    const members = index.get(key) ?? new Map<string, PriorityRow>();
    index.set(key, members.set(row.id, row));
  }
  return (list, voice, metric) => index.get(`${list} ${voice} ${metric}`) ?? new Map();
}
