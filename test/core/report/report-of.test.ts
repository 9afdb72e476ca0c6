import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { BreakdownRow } from '../../../core/report/breakdown-columns.ts';
import type { Report } from '../../../core/report/report.ts';
import { reportFiles } from '../../../core/report/report-files.ts';
import { PrioritiesReport } from '../../../schemas/report.ts';
import { aFinalReport } from './a-release.ts';

const divided = aFinalReport({ organizations: 36, people: 40, regions: 3 });
const undivided = aFinalReport({ organizations: 12, people: 40, regions: 1 });

const records = async (path: string, report: Report): Promise<Record<string, string>[]> => {
  const file = (await reportFiles(report)).find((one) => one.path === path);
  return parse(String(file?.content), { columns: true, record_delimiter: '\r\n' });
};
const groupsOf = (rows: readonly BreakdownRow[]) =>
  new Set(rows.map((entry) => (entry.kind === 'ranked' ? entry.group : null)));

describe('reportOf', () => {
  test('an item that fewer than ten units answered has an estimate and a rank, but no error', () => {
    const { rows } = aFinalReport({ organizations: 14, people: 40, answering: 8 });
    const rowsOf = (id: string) => rows.filter((row) => row.id === id && row.list === 'items');
    const [few] = rowsOf('item-1-1');
    expect(few).toMatchObject({ organizations: 8, status: 'few-organizations' });
    expect(few?.estimate).not.toBeNull();
    expect(few?.rank).not.toBeNull();
    for (const row of rowsOf('item-1-1')) {
      expect([row.standardError, row.low, row.high, row.df, row.rankLow, row.tier]).toEqual(
        new Array(6).fill(null),
      );
    }
    expect(rowsOf('item-1-2')[0]?.standardError).not.toBeNull();
  });

  test('participation has statewide first, then each published group, and they add up', () => {
    const [statewide, ...groups] = divided.participation;
    expect(statewide).toMatchObject({ attribute: 'statewide', group: 'all' });
    expect(groups.map(({ group }) => group)).toEqual(['Region 1', 'Region 2', 'Region 3']);
    const responses = groups.reduce((all, group) => all + (group.responses ?? 0), 0);
    expect(responses).toBe(statewide?.responses);
  });

  test('every group of a breakdown has the same lists, voices and metrics as statewide', () => {
    expect(groupsOf(divided.breakdowns)).toEqual(new Set(['Region 1', 'Region 2', 'Region 3']));
    expect(divided.breakdowns).toHaveLength(3 * divided.rows.length);
  });

  test('a withheld breakdown is one row that says why', async () => {
    expect(undivided.breakdowns).toEqual([
      { kind: 'withheld', attribute: 'region', reason: 'fewer-than-two-groups' },
    ]);
    const [row, ...more] = await records('breakdowns.csv', undivided);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ attribute: 'region', group: '', estimate: '' });
    expect(row?.status).toBe('fewer-than-two-groups');
  });

  test('breakdowns.csv has the columns of priorities.csv after attribute and group', async () => {
    const [ranking] = await records('priorities.csv', divided);
    const [breakdown] = await records('breakdowns.csv', divided);
    expect(Object.keys(breakdown ?? {})).toEqual([
      'attribute',
      'group',
      ...Object.keys(ranking ?? {}),
    ]);
  });

  test('the counts of a shown item give its published share', () => {
    for (const { id, figures } of divided.distribution.filter(({ group }) => group === 'all')) {
      const row = divided.rows.find(
        (one) =>
          one.list === 'items' &&
          one.id === id &&
          one.voice === 'respondent' &&
          one.metric === 'agree',
      );
      const [, , , fourth = 0, fifth = 0] = figures?.counts ?? [];
      expect((fourth + fifth) / (figures?.answers ?? 0)).toBeCloseTo(row?.estimate ?? -1, 12);
      expect(figures?.consensus).toBeGreaterThan(0);
    }
  });

  test('where an estimate is withheld so are its counts, with the reason', () => {
    for (const entry of divided.breakdowns) {
      if (entry.kind !== 'ranked' || entry.row.voice !== 'respondent') continue;
      const { row, group } = entry;
      if (row.list === 'categories' || row.estimate !== null) continue;
      const found = divided.distribution.find((one) => one.group === group && one.id === row.id);
      expect(found?.figures).toBeNull();
      expect(found?.status).toBe(row.status);
    }
  });

  test.each([
    ['with groups', divided],
    ['with a withheld breakdown', undivided],
    ['of three levels', aFinalReport({ organizations: 12, people: 40, levels: 3 })],
    ['of seven levels', aFinalReport({ organizations: 12, people: 40, levels: 7 })],
    ['of few organizations', aFinalReport({ organizations: 4, people: 40 })],
  ])('priorities.json %s is as its schema says', async (_what, report) => {
    const file = (await reportFiles(report)).find(({ path }) => path === 'priorities.json');
    expect(() => PrioritiesReport.parse(JSON.parse(String(file?.content)))).not.toThrow();
  });
});
