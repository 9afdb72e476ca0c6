import { effectiveSampleSize } from '../../core/ranking/effective-sample-size.ts';
import { estimateVariance } from '../../core/ranking/estimate-variance.ts';
import type { Interval } from '../../core/ranking/interval.ts';
import { kishDegreesOfFreedom } from '../../core/ranking/kish-degrees-of-freedom.ts';
import { kornGraubardInterval } from '../../core/ranking/korn-graubard-interval.ts';
import { metricBounds, rangeOf } from '../../core/ranking/metric-bounds.ts';
import { metricScores } from '../../core/ranking/metric-scores.ts';
import type { PriorityRow } from '../../core/ranking/priority-row.ts';
import type { Unit } from '../../core/ranking/ranking-input.ts';
import { tInterval } from '../../core/ranking/t-interval.ts';
import { weightedEstimate } from '../../core/ranking/weighted-estimate.ts';
import { orNull, roundError, roundEstimate } from '../../core/report/round.ts';
import type { Metric, Voice } from '../../schemas/poll.ts';
import type { Table } from './tables.ts';

/** An item's figures by one voice and metric, of one group, as they are published. */
export type Figure = Pick<
  PriorityRow,
  'voice' | 'metric' | 'estimate' | 'standardError' | 'low' | 'high'
>;

type Numbers = Omit<Figure, 'voice' | 'metric'>;

/** Which levels, from 0, an attack puts together: whoever chose one of them counts as the same. */
export type Columns = readonly (readonly number[])[];

/** Whether a figure is withheld, or says no more than the counts. */
export const isOfCounts = ({ voice, estimate, standardError }: Figure): boolean =>
  estimate === null || (voice === 'respondent' && standardError === null);

/** Whether a metric scores all levels of each column alike. */
export const seesColumns = (metric: Metric, columns: Columns, levels: number): boolean => {
  const scores = metricScores(metric, levels);
  return columns.every((column) => new Set(column.map((level) => scores[level])).size === 1);
};

/** A figure as the reports have it. */
export const asPublished = (numbers: Numbers, unrounded: boolean): Numbers =>
  unrounded
    ? numbers
    : {
        estimate: orNull(roundEstimate, numbers.estimate),
        standardError: orNull(roundError, numbers.standardError),
        low: orNull(roundEstimate, numbers.low),
        high: orNull(roundEstimate, numbers.high),
      };

/** What a figure is of: the group's units by their places in the tables, and how it is scored. */
export type FigureOf = {
  readonly figure: Figure;
  /** The units of the group that have any answer, each with its row. */
  readonly members: readonly { readonly unit: Unit; readonly row: number }[];
  readonly columns: Columns;
  readonly levels: number;
  readonly unrounded: boolean;
};

/** Whether guessed counts give a published figure. */
export function givesFigure(
  counts: Table,
  { figure, members, columns, levels, unrounded }: FigureOf,
): boolean {
  const { voice, metric } = figure;
  const scores = metricScores(metric, levels);
  const score = columns.map(([level = 0]) => scores[level] ?? 0);
  const rows = members.map(({ row }) => counts[row] ?? []);
  const answers = Float64Array.from(rows, (row) => row.reduce((all, one) => all + one, 0));
  const weights = answers.map((own, place) => weightOf(members[place]?.unit, own, voice));
  const means = answers.map((own, place) =>
    own === 0
      ? 0
      : (rows[place] ?? []).reduce((all, one, at) => all + one * (score[at] ?? 0), 0) / own,
  );
  const weighted = weightedEstimate(weights, means);
  if (!weighted) return true;
  const { estimate, deviations } = weighted;
  const bounds = metricBounds(metric, levels);
  const variance = estimateVariance(deviations, rangeOf(bounds));
  const standardError = variance === null ? null : Math.sqrt(variance);
  const own = asPublished({ estimate, standardError, low: null, high: null }, unrounded);
  if (!(same(figure.estimate, own.estimate) && same(figure.standardError, own.standardError))) {
    return false;
  }
  if (figure.low === null || variance === null || standardError === null) return true;
  const df = kishDegreesOfFreedom(weights) ?? 1;
  const all = answers.reduce((sum, one) => sum + one, 0);
  const interval: Interval | null =
    metric === 'agree'
      ? kornGraubardInterval(estimate, effectiveSampleSize(estimate, variance, all, df))
      : tInterval(estimate, standardError, df, bounds);
  const ends = asPublished(
    {
      estimate: null,
      standardError: null,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    },
    unrounded,
  );
  return same(figure.low, ends.low) && same(figure.high, ends.high);
}

/** A figure that is not published excludes nothing; one that a guess does not have, the guess. */
const same = (published: number | null, own: number | null): boolean =>
  published === null || (own !== null && Math.abs(published - own) < 1e-9);

function weightOf(unit: Unit | undefined, answers: number, voice: Voice): number {
  if (answers === 0 || voice === 'respondent') return answers;
  return (voice === 'organization' ? unit?.organizations : unit?.peopleServed) ?? 0;
}
