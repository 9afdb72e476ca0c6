import { VOICES } from '../../schemas/format.ts';
import type { Metric, Voice } from '../../schemas/poll.ts';
import { metricPeers } from './metric-peers.ts';
import type { PriorityRow } from './priority-row.ts';
import { type RankElsewhere, rankElsewhere } from './rank-elsewhere.ts';
import type { RowsByList } from './rows-by-list.ts';

/** A member's rank under another voice or metric, held against its rank interval here. */
export type HeldAgainst = RankElsewhere & { readonly voice: Voice; readonly metric: Metric };

/** A member's ranks in every other voice that ranks it. */
export function againstVoices(row: PriorityRow, find: RowsByList): readonly HeldAgainst[] {
  const { list, id, metric } = row;
  const here = find(list, row.voice, metric);
  return VOICES.filter((voice) => voice !== row.voice).flatMap((voice) => {
    const held = rankElsewhere(here, find(list, voice, metric), id);
    return held ? [{ ...held, voice, metric }] : [];
  });
}

/** A member's ranks by every other metric that says something of its own. */
export function againstMetrics(
  row: PriorityRow,
  find: RowsByList,
  levels: number,
): readonly HeldAgainst[] {
  const { list, id, voice } = row;
  const { standsFor, others } = metricPeers(row.metric, levels);
  const here = find(list, voice, standsFor);
  return others.flatMap((metric) => {
    const held = rankElsewhere(here, find(list, voice, metric), id);
    return held ? [{ ...held, voice, metric }] : [];
  });
}

/** Whether any rank lies outside; null where there is none to hold against. */
export const isDependent = (held: readonly HeldAgainst[]): boolean | null =>
  held.length === 0 ? null : held.some((one) => one.outside);
