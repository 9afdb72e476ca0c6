import { metricScores } from '../../core/ranking/metric-scores.ts';
import type { PriorityRow } from '../../core/ranking/priority-row.ts';
import { rankPriorities } from '../../core/ranking/rank-priorities.ts';
import { Metric, Voice } from '../../schemas/poll.ts';
import { CATEGORIES, ITEMS_PER_CATEGORY, LEVELS } from './designs.ts';
import { createRandom } from './random.ts';
import { type Design, simulatePoll } from './simulate-poll.ts';

/** How often something held, by its name. */
export type Tally = Record<string, { held: number; of: number }>;

const categories = Array.from({ length: CATEGORIES }, (_, category) => ({
  id: `c${category}`,
  items: Array.from({ length: ITEMS_PER_CATEGORY }, (_, item) => ({
    id: `i${category * ITEMS_PER_CATEGORY + item}`,
  })),
}));

const SAME = 1e-9;

/**
 * Draws polls of one design and ranks each. Counts, by voice and metric, how often an item's
 * 95 % interval holds the truth (`interval`), and how often all rank intervals of a list at
 * once hold every rank that the truth allows (`category`, `categories`, `items`).
 *
 * @param stream sets the design's random numbers apart from those of the others
 * @param first the first replicate's number, each with random numbers of its own
 */
export function measureDesign(
  design: Design,
  { seed, stream, first, end }: { seed: number; stream: number; first: number; end: number },
): Tally {
  const tally: Tally = {};
  const truths = truthOf(design);
  for (let replicate = first; replicate < end; replicate += 1) {
    const units = simulatePoll(design, createRandom(seed, stream, replicate));
    const rows = rankPriorities({
      levels: LEVELS,
      categories,
      units,
      voices: Voice.options,
      withheld: {},
      uncertainty: true,
    });
    for (const list of inLists(rows)) countList(tally, list, truths);
  }
  return tally;
}

type Truths = (metric: Metric, id: string) => number;

/** The true value of every item and category, the same in every voice. */
function truthOf(design: Design): Truths {
  const values = new Map<string, number>();
  for (const metric of Metric.options) {
    const scores = metricScores(metric, LEVELS);
    const items = design.truth.map((chances) =>
      chances.reduce((all, chance, level) => all + chance * (scores[level] ?? 0), 0),
    );
    for (const [item, value] of items.entries()) values.set(`${metric} i${item}`, value);
    for (let category = 0; category < CATEGORIES; category += 1) {
      const from = category * ITEMS_PER_CATEGORY;
      const own = items.slice(from, from + ITEMS_PER_CATEGORY);
      const mean = own.reduce((all, one) => all + one, 0) / ITEMS_PER_CATEGORY;
      values.set(`${metric} c${category}`, mean);
    }
  }
  return (metric, id) => values.get(`${metric} ${id}`) ?? Number.NaN;
}

function inLists(rows: readonly PriorityRow[]): readonly (readonly PriorityRow[])[] {
  const lists = new Map<string, PriorityRow[]>();
  for (const row of rows) {
    const key = `${row.list} ${row.voice} ${row.metric}`;
    const list = lists.get(key);
    if (list) list.push(row);
    else lists.set(key, [row]);
  }
  return [...lists.values()];
}

function countList(tally: Tally, rows: readonly PriorityRow[], truths: Truths): void {
  const [first] = rows;
  if (!first) return;
  const { list, voice, metric } = first;
  const truth = rows.map((row) => truths(metric, row.id));
  const kind = list.startsWith('category:') ? 'category' : list;
  count(
    tally,
    `${kind} ${voice} ${metric}`,
    rows.every((row, index) => holds(row, index, truth)),
  );
  if (kind !== 'items') return;
  for (const [index, row] of rows.entries()) {
    if (row.low === null || row.high === null) continue;
    const value = truth[index] ?? Number.NaN;
    count(tally, `interval ${voice} ${metric}`, row.low <= value && value <= row.high);
  }
}

/** Whether a rank interval holds every rank that the truth, ties included, allows. */
function holds(row: PriorityRow, index: number, truth: readonly number[]): boolean {
  if (row.rankLow === null || row.rankHigh === null) return true;
  const own = truth[index] ?? Number.NaN;
  const best = 1 + truth.filter((other) => other > own + SAME).length;
  const worst = truth.length - truth.filter((other) => other < own - SAME).length;
  return row.rankLow <= best && row.rankHigh >= worst;
}

function count(tally: Tally, name: string, held: boolean): void {
  const entry = tally[name] ?? { held: 0, of: 0 };
  entry.held += Number(held);
  entry.of += 1;
  tally[name] = entry;
}
