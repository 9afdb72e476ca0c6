import { Metric, type Voice } from '../../schemas/poll.ts';
import { againstMetrics, againstVoices, isDependent } from './dependence.ts';
import { metricBounds, rangeOf } from './metric-bounds.ts';
import type { PriorityRow } from './priority-row.ts';
import { rankMembers } from './rank-members.ts';
import type { RankingInput } from './ranking-input.ts';
import { rowsByList } from './rows-by-list.ts';
import { type ScoredList, scoreVoice } from './score-voice.ts';
import type { Scored } from './scored.ts';
import { tieBreakingMetrics } from './tie-breaking-metrics.ts';
import { tabulateUnits } from './unit-table.ts';

/**
 * Ranks a poll: the items within each category, the categories among themselves and all items,
 * in every voice asked for and by every metric, with the uncertainty of each estimate and rank.
 * The method, with its sources, is docs/method.md.
 *
 * @returns one row a list, voice, metric and member, sorted in that order, members as the poll
 *   defines them; numbers are unrounded, and null is what cannot be known
 * @throws PeopleServedUnknownError where the population voice lacks a unit's `peopleServed`
 */
export function rankPriorities(input: RankingInput): readonly PriorityRow[] {
  const items = input.categories.reduce((all, category) => all + category.items.length, 0);
  const table = tabulateUnits(input.units, items);
  const scored = input.voices.map((voice) => ({ voice, lists: scoreVoice(input, table, voice) }));
  const names = scored[0]?.lists.map(({ list }) => list) ?? [];
  const rows = names.flatMap((name) =>
    scored.flatMap(({ voice, lists }) =>
      lists
        .filter(({ list }) => list === name)
        .flatMap((list) => rankList(list, voice, input.levels)),
    ),
  );
  return withFlags(rows, input.levels);
}

function rankList({ list, members }: ScoredList, voice: Voice, levels: number): PriorityRow[] {
  return Metric.options.flatMap((metric) => {
    const keys = tieBreakingMetrics(metric).map((key) => ({
      values: members[key].map((member) => member.estimate),
      range: rangeOf(metricBounds(key, levels)),
    }));
    const places = rankMembers(members[metric], keys);
    return places.map(({ member, ...place }) => ({
      ...{ list, voice, metric, ...place },
      ...figuresOf(member),
      voiceDependent: null,
      metricDependent: null,
    }));
  });
}

const figuresOf = (member: Scored) => ({
  id: member.id,
  estimate: member.estimate,
  standardError: member.error && Math.sqrt(member.error.variance),
  low: member.interval?.low ?? null,
  high: member.interval?.high ?? null,
  df: member.df,
  answers: member.answers,
  organizations: member.organizations,
  reliability: member.reliability,
  status: member.status,
});

function withFlags(rows: readonly PriorityRow[], levels: number): readonly PriorityRow[] {
  const find = rowsByList(rows);
  return rows.map((row) => ({
    ...row,
    voiceDependent: isDependent(againstVoices(row, find)),
    metricDependent: isDependent(againstMetrics(row, find, levels)),
  }));
}
