import { Metric, type Voice } from '../../schemas/poll.ts';
import { sampleItem } from './item-sample.ts';
import { metricScores } from './metric-scores.ts';
import type { RankingInput } from './ranking-input.ts';
import { scoreCategory } from './score-category.ts';
import { scoreItem } from './score-item.ts';
import { type Scored, withoutFigures } from './scored.ts';
import { unitMeans } from './unit-means.ts';
import type { UnitTable } from './unit-table.ts';

/** A list's name and its members under each metric, always in the definition's order. */
export type ScoredList = {
  readonly list: string;
  readonly members: Readonly<Record<Metric, readonly Scored[]>>;
};

/** Scores every item and category in one voice, and lays them out in the lists to be ranked. */
export function scoreVoice(
  input: RankingInput,
  table: UnitTable,
  voice: Voice,
): readonly ScoredList[] {
  const items = scoreItems(input, table, voice);
  const parts = itemsByCategory(input);
  const slices = parts.map(({ id, first, end }) => ({
    list: `category:${id}`,
    members: forEachMetric((metric) => items[metric].slice(first, end)),
  }));
  const categories = forEachMetric((metric) => {
    const scoring = { metric, levels: input.levels };
    return parts.map(({ id, first, end }) =>
      scoreCategory(id, items[metric].slice(first, end), reach(table, first, end), scoring),
    );
  });
  return [
    ...slices,
    { list: 'categories', members: categories },
    { list: 'items', members: items },
  ];
}

function scoreItems(input: RankingInput, table: UnitTable, voice: Voice): ScoredList['members'] {
  const { levels, withoutError } = input;
  const ids = input.categories.flatMap((category) => category.items.map((item) => item.id));
  const samples = ids.map((id, item) => {
    const reason = input.withheld[voice]?.get(id);
    return reason ?? sampleItem(table, item, voice);
  });
  return forEachMetric((metric) => {
    const scores = metricScores(metric, levels);
    return samples.map((sample, item) => {
      const id = ids[item] ?? '';
      if (typeof sample === 'string') return withoutFigures(id, sample);
      const means = unitMeans(table, item, scores);
      const uncertainty = input.uncertainty && !withoutError?.has(id);
      return scoreItem(id, sample, means, { metric, levels, uncertainty });
    });
  });
}

type Part = { readonly id: string; readonly first: number; readonly end: number };

function itemsByCategory(input: RankingInput): readonly Part[] {
  let end = 0;
  return input.categories.map(({ id, items }) => {
    const first = end;
    end += items.length;
    return { id, first, end };
  });
}

/** How many organizations have an answer to any item from `first` to before `end`. */
const reach = (table: UnitTable, first: number, end: number): number =>
  table.units.reduce((all, unit, index) => {
    const answered = table.answers.slice(first, end).some((answers) => (answers[index] ?? 0) > 0);
    return answered ? all + unit.organizations : all;
  }, 0);

const forEachMetric = <T>(make: (metric: Metric) => T): Record<Metric, T> => ({
  agree: make(Metric.enum.agree),
  net: make(Metric.enum.net),
  mean: make(Metric.enum.mean),
});
