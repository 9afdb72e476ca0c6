import { expect, test } from 'vitest';
import { describeDependence } from '../../../core/ranking/describe-dependence.ts';
import type { PriorityRow } from '../../../core/ranking/priority-row.ts';
import { rankElsewhere } from '../../../core/ranking/rank-elsewhere.ts';

const makeRow = (id: string, more: Partial<PriorityRow> = {}): PriorityRow => ({
  list: 'items',
  id,
  voice: 'respondent',
  metric: 'agree',
  rank: 1,
  rankLow: 1,
  rankHigh: 1,
  tier: 1,
  voiceDependent: null,
  metricDependent: null,
  estimate: 0.5,
  standardError: 0.1,
  low: 0.4,
  high: 0.6,
  df: 5,
  answers: 50,
  organizations: 6,
  reliability: 'review',
  status: 'shown',
  ...more,
});

const rows = (...places: [id: string, rank: number | null, low?: number, high?: number][]) =>
  new Map(
    places.map(([id, rank, rankLow = null, rankHigh = null]) => [
      id,
      makeRow(id, { rank, rankLow, rankHigh }),
    ]),
  );

test('a rank within the interval here is no difference, one outside is', () => {
  const here = rows(['a', 1, 1, 2], ['b', 2, 1, 2], ['c', 3, 3, 3]);
  const there = rows(['a', 2], ['b', 3], ['c', 1]);
  expect(rankElsewhere(here, there, 'a')).toEqual({ rank: 2, outside: false });
  expect(rankElsewhere(here, there, 'b')).toEqual({ rank: 3, outside: true });
});

test('without an interval here or a rank there nothing can be said', () => {
  const here = rows(['a', 1], ['b', 2, 1, 2]);
  expect(rankElsewhere(here, rows(['a', 1], ['b', null]), 'a')).toBeNull();
  expect(rankElsewhere(here, rows(['a', 1], ['b', null]), 'b')).toBeNull();
  expect(rankElsewhere(here, new Map(), 'b')).toBeNull();
});

test('that another member is withheld there does not make a difference', () => {
  const here = rows(['a', 1, 1, 1], ['b', 2, 2, 2], ['c', 3, 3, 3]);
  const there = rows(['a', null], ['b', 1], ['c', 2]);
  expect(rankElsewhere(here, there, 'b')).toEqual({ rank: 1, outside: false });
});

test('a difference that no withheld member explains is one all the same', () => {
  const here = rows(['a', 1, 1, 1], ['b', 2, 2, 2], ['c', 3, 3, 4], ['d', 4, 3, 4]);
  const there = rows(['a', null], ['b', 3], ['c', 2], ['d', 1]);
  expect(rankElsewhere(here, there, 'b')).toEqual({ rank: 3, outside: true });
});

test('members ranked there alone are left out of the rank there', () => {
  const here = rows(['a', 1, 1, 1], ['b', null]);
  expect(rankElsewhere(here, rows(['a', 2], ['b', 1]), 'a')).toEqual({ rank: 1, outside: false });
});

test('what differs is said once for each flag, with only the ranks that lie outside', () => {
  const given = [
    makeRow('a', { rank: 1, rankLow: 1, rankHigh: 1 }),
    makeRow('b', { rank: 2, rankLow: 2, rankHigh: 2 }),
    makeRow('a', { voice: 'organization', rank: 2, rankLow: 1, rankHigh: 2 }),
    makeRow('b', { voice: 'organization', rank: 1, rankLow: 1, rankHigh: 2 }),
    makeRow('a', { voice: 'population', rank: 1, rankLow: 1, rankHigh: 2 }),
    makeRow('b', { voice: 'population', rank: 2, rankLow: 1, rankHigh: 2 }),
  ];
  expect(describeDependence(given, 5)).toEqual([
    {
      dependsOn: 'voice',
      list: 'items',
      id: 'a',
      voice: 'respondent',
      metric: 'agree',
      rankLow: 1,
      rankHigh: 1,
      elsewhere: [{ voice: 'organization', metric: 'agree', rank: 2 }],
    },
    {
      dependsOn: 'voice',
      list: 'items',
      id: 'b',
      voice: 'respondent',
      metric: 'agree',
      rankLow: 2,
      rankHigh: 2,
      elsewhere: [{ voice: 'organization', metric: 'agree', rank: 1 }],
    },
  ]);
});

test('where nothing differs nothing is said', () => {
  expect(describeDependence([makeRow('a'), makeRow('a', { metric: 'mean' })], 5)).toEqual([]);
});
