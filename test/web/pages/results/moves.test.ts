import { describe, expect, it } from 'vitest';
import { changesSince } from '../../../../web/pages/results/changes-since.ts';
import { countMoves, movesFrom } from '../../../../web/pages/results/moves.ts';
import type { View } from '../../../../web/pages/results/view-query.ts';
import { aReport, aRow } from '../../../core/report/a-report.ts';

const LIST = 'category:training';
const row = (id: string, rank: number | null, over: Parameters<typeof aRow>[0] = {}) =>
  aRow({ list: LIST, id, rank, ...over });
const otherwise = { voice: 'organization' } as const;
const report = aReport({
  rows: [
    row('a', 1, { rankLow: 1, rankHigh: 1 }),
    row('b', 2, { rankLow: 2, rankHigh: 3 }),
    row('c', 3, { rankLow: 2, rankHigh: 3 }),
    row('d', null),
    row('c', 1, otherwise),
    row('a', 2, otherwise),
    row('b', 3, otherwise),
    row('d', 4, otherwise),
  ],
});
const view: View = { voice: 'organization', metric: 'agree', list: 'categories', group: null };

describe('movesFrom', () => {
  const movesOf = movesFrom(report);

  it('tells the rank in the headline figures, and whether this one lies outside its places', () => {
    expect(movesOf({ list: LIST, id: 'c', rank: 1 })).toEqual({ rank: 3, size: 3, outside: true });
    expect(movesOf({ list: LIST, id: 'b', rank: 3 })).toEqual({ rank: 2, size: 3, outside: false });
  });

  it('is silent about what keeps its rank, has none, or is not there', () => {
    expect(movesOf({ list: LIST, id: 'a', rank: 1 })).toBeNull();
    expect(movesOf({ list: LIST, id: 'a', rank: null })).toBeNull();
    expect(movesOf({ list: LIST, id: 'd', rank: 4 })).toBeNull();
    expect(movesOf({ list: 'items', id: 'c', rank: 1 })).toBeNull();
  });
});

describe('countMoves', () => {
  it('counts the items of the lists that are shown', () => {
    expect(countMoves(report, view)).toEqual({ moved: 3, outside: 2, all: 4 });
    expect(countMoves(report, { ...view, list: 'items' })).toEqual({
      moved: 0,
      outside: 0,
      all: 0,
    });
  });

  it('finds nothing moved in the headline figures themselves', () => {
    expect(countMoves(report, { ...view, voice: 'respondent' }).moved).toBe(0);
  });
});

describe('changesSince', () => {
  const earlier = aReport({
    rows: [row('a', 2), row('b', 1), row('c', 3)],
    participation: report.participation.map((one) => ({ ...one, responses: 700 })),
  });

  it('lists what has another rank within its category, and counts the rest', () => {
    const { items, unchanged, people } = changesSince(earlier, report);
    expect(items.map(({ id, before, now }) => [id, before?.rank, now.rank])).toEqual([
      ['a', 2, 1],
      ['b', 1, 2],
    ]);
    expect(unchanged).toBe(2);
    expect(people).toEqual({ before: 700, now: 1210 });
  });

  it('lists what was not there before', () => {
    const { items } = changesSince(aReport({ rows: [] }), report);
    expect(items.map(({ id, before }) => [id, before])).toEqual([
      ['a', null],
      ['b', null],
      ['c', null],
    ]);
  });

  it('compares no people where one of the releases withholds how many there are', () => {
    const silent = report.participation.map((one) => ({ ...one, responses: null }));
    expect(changesSince(aReport({ participation: silent }), report).people).toBeNull();
  });
});
