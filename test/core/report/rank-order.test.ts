import { describe, expect, test } from 'vitest';
import { byRank, inRankOrder } from '../../../core/report/rank-order.ts';
import { aRow } from './a-report.ts';

const ranked = (id: string, rank: number | null) => aRow({ id, rank });
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).join(' ');

describe('byRank', () => {
  test('the first rank comes first, those without a rank last', () => {
    const rows = [ranked('a', null), ranked('b', 3), ranked('c', 1), ranked('d', null)];
    expect(idsOf(byRank(rows))).toBe('c b a d');
  });

  test('those that share a rank stay as they were', () => {
    expect(idsOf(byRank([ranked('b', 2), ranked('a', 2), ranked('c', 1)]))).toBe('c b a');
  });
});

describe('inRankOrder', () => {
  test('rankings of another list, voice, metric or group stay apart, as they came up', () => {
    const pairs = [
      { group: 'north', row: aRow({ id: 'a', rank: 2 }) },
      { group: 'north', row: aRow({ id: 'b', rank: 1 }) },
      { group: 'north', row: aRow({ id: 'c', rank: 1, metric: 'net' }) },
      { group: 'north', row: aRow({ id: 'd', rank: 1, voice: 'organization' }) },
      { group: 'north', row: aRow({ id: 'e', rank: 1, list: 'categories' }) },
      { group: 'south', row: aRow({ id: 'f', rank: 1 }) },
    ];
    const ordered = inRankOrder(
      pairs,
      ({ row }) => row,
      ({ group }) => group,
    );
    expect(idsOf(ordered.map(({ row }) => row))).toBe('b a c d e f');
  });

  test('a row that is no part of a ranking keeps its place', () => {
    const rows = [null, aRow({ id: 'b', rank: 2 }), aRow({ id: 'a', rank: 1 })];
    const ordered = inRankOrder(
      rows,
      (row) => row,
      () => '',
    );
    expect(ordered.map((row) => row?.id)).toEqual([undefined, 'a', 'b']);
  });
});
