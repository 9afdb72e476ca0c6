import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { agreementA } from '../../../core/ranking/agreement-a.ts';
import { clusterCovariance } from '../../../core/ranking/cluster-covariance.ts';
import { comparePairs } from '../../../core/ranking/compare-pairs.ts';
import { consensus } from '../../../core/ranking/consensus.ts';
import { holmAdjusted } from '../../../core/ranking/holm.ts';
import { metricBounds, rangeOf } from '../../../core/ranking/metric-bounds.ts';
import { rankPriorities } from '../../../core/ranking/rank-priorities.ts';
import type { RankingInput } from '../../../core/ranking/ranking-input.ts';
import { scoreVoice } from '../../../core/ranking/score-voice.ts';
import { tabulateUnits } from '../../../core/ranking/unit-table.ts';
import { Metric, Voice } from '../../../schemas/poll.ts';

const FOLDER = new URL('../../golden/', import.meta.url);
const TOLERANCE = 1e-9;
const FLOOR = 1e-3;

const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const numbers = z.array(z.number());
const Golden = z.object({
  name: z.string(),
  levels: z.number(),
  categories: z.array(z.object({ id: z.string(), items: z.array(z.string()) })),
  units: z.array(
    z.object({
      id: z.string(),
      organizations: z.number(),
      peopleServed: z.number(),
      counts: z.array(numbers),
    }),
  ),
  expected: z.object({
    columns: z.array(z.string()),
    rows: z.array(z.array(Cell)),
    holm: z.array(
      z.object({ list: z.string(), voice: Voice, metric: Metric, p: numbers, holm: numbers }),
    ),
    covariances: z.array(
      z.object({ voice: Voice, metric: Metric, items: z.array(z.string()), upper: numbers }),
    ),
    distributions: z.array(
      z.object({
        id: z.string(),
        consensus: z.number().nullable(),
        agreement: z.number().nullable(),
      }),
    ),
  }),
});
type Golden = z.infer<typeof Golden>;

const load = (file: string): Golden =>
  Golden.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')));

const inputOf = ({ levels, categories, units }: Golden): RankingInput => ({
  levels,
  categories: categories.map(({ id, items }) => ({
    id,
    items: items.map((item) => ({ id: item })),
  })),
  units,
  voices: Voice.options,
  withheld: {},
  uncertainty: true,
});

const within = (actual: number, expected: number, range: number): boolean =>
  Math.abs(actual - expected) <= TOLERANCE * Math.max(Math.abs(expected), FLOOR * range);

const sets = readdirSync(FOLDER)
  .filter((file) => /^ranking-.*\.json$/.test(file))
  .map(load);

test('there are at least three data sets, one of them real answers', () => {
  expect(sets.length).toBeGreaterThanOrEqual(3);
  expect(sets.map((set) => set.name)).toContain('moods');
});

describe.each(sets)('$name', (set) => {
  const input = inputOf(set);
  const table = tabulateUnits(input.units, set.categories.flatMap(({ items }) => items).length);
  const measured = new Set(['estimate', 'standardError', 'low', 'high', 'df']);

  test('every row is what R gives: numbers to 1e-9, ranks, intervals of ranks and flags exactly', () => {
    const rows = rankPriorities(input);
    const keyOf = (list: unknown, voice: unknown, metric: unknown, id: unknown) =>
      [list, voice, metric, id].join(' ');
    const byKey = new Map(
      rows.map((row) => [keyOf(row.list, row.voice, row.metric, row.id), row] as const),
    );
    const faults = set.expected.rows.flatMap((cells) => {
      const expected = Object.fromEntries(
        set.expected.columns.map((column, index) => [column, cells[index] ?? null]),
      );
      const key = keyOf(expected.list, expected.voice, expected.metric, expected.id);
      const row = byKey.get(key);
      if (!row) return [`${key} is missing`];
      const range = rangeOf(metricBounds(row.metric, set.levels));
      return Object.entries(row).flatMap(([column, actual]) => {
        const wanted = expected[column] ?? null;
        const same =
          measured.has(column) && typeof actual === 'number' && typeof wanted === 'number'
            ? within(actual, wanted, range)
            : actual === wanted;
        return same ? [] : [`${key} ${column}: ${actual}, R has ${wanted}`];
      });
    });
    expect(faults).toEqual([]);
    expect(rows.length).toBe(set.expected.rows.length);
  });

  test('covariances are those of survey to 1e-9 of the errors', () => {
    const faults = set.expected.covariances.flatMap(({ voice, metric, items, upper }) => {
      const scored = scoreVoice(input, table, voice).find(({ list }) => list === 'items');
      const range = rangeOf(metricBounds(metric, set.levels));
      const deviations = items.map(
        (id) => scored?.members[metric].find((member) => member.id === id)?.error?.deviations,
      );
      let next = 0;
      return deviations.flatMap((first, i) =>
        deviations.slice(i).flatMap((second, j) => {
          const wanted = upper[next] ?? Number.NaN;
          next += 1;
          if (!first || !second) return [];
          const scale = Math.sqrt(
            (clusterCovariance(first, first) ?? 0) * (clusterCovariance(second, second) ?? 0),
          );
          const gap = Math.abs((clusterCovariance(first, second) ?? Number.NaN) - wanted);
          const allowed = Math.max(TOLERANCE * scale, 1e-18 * range * range);
          return gap <= allowed ? [] : [`${voice} ${metric} ${items[i]} ${items[i + j]}: ${gap}`];
        }),
      );
    });
    expect(faults).toEqual([]);
  });

  test("every pair's p-value, and Holm's, is R's", () => {
    const faults = set.expected.holm.flatMap(({ list, voice, metric, p, holm }) => {
      const members = scoreVoice(input, table, voice).find((scored) => scored.list === list)
        ?.members[metric];
      const range = rangeOf(metricBounds(metric, set.levels));
      const actual = comparePairs(members ?? [], range).map((pair) => pair.p);
      const adjusted = holmAdjusted(actual);
      const close = (a: number | undefined, b: number) =>
        a !== undefined && Math.abs(a - b) <= 1e-7 * b;
      const same =
        actual.length === p.length &&
        p.every((value, index) => close(actual[index], value)) &&
        holm.every((value, index) => close(adjusted[index], value));
      return same ? [] : [`${list} ${voice} ${metric}`];
    });
    expect(faults).toEqual([]);
  });

  test('consensus and agreement are those of an implementation in R', () => {
    const faults = set.expected.distributions.filter((wanted, item) => {
      const counts = Array.from({ length: set.levels }, (_, level) =>
        set.units.reduce((all, unit) => all + (unit.counts[item]?.[level] ?? 0), 0),
      );
      const same = (a: number | null, b: number | null) =>
        a === null || b === null ? a === b : Math.abs(a - b) <= 1e-12;
      return !(
        same(consensus(counts), wanted.consensus) && same(agreementA(counts), wanted.agreement)
      );
    });
    expect(faults).toEqual([]);
  });
});
