import { describe, expect, test } from 'vitest';
import { dataPackage } from '../../../core/report/data-package.ts';
import { reportFiles } from '../../../core/report/report-files.ts';
import { aFinalReport } from './a-release.ts';
import { aReport, aRow } from './a-report.ts';

type Ranked = {
  readonly list: string;
  readonly id: string;
  readonly voice: string;
  readonly metric: string;
  readonly rank: number | null;
  readonly attribute?: string;
  readonly group?: string;
};

const RANKING = ['attribute', 'group', 'list', 'voice', 'metric'] as const;

const textOf = async (path: string, report = aReport()): Promise<string> => {
  const content = (await reportFiles(report)).find((file) => file.path === path)?.content;
  return typeof content === 'string' ? content : '';
};

describe('reportFiles', () => {
  test('priorities.csv has the columns in their order, then a row for each ranked row', async () => {
    const [header, first] = (await textOf('priorities.csv')).split('\r\n');
    expect(header).toBe(
      'list,id,title,voice,metric,rank,rank_low,rank_high,tier,voice_dependent,metric_dependent,estimate,standard_error,low,high,df,answers,organizations,reliability,status',
    );
    expect(first).toBe(
      'items,peer-mentor-training,Peer mentor training,respondent,agree,1,,,,,,0.618,,,,,1203,24,,shown',
    );
  });

  test('a title with a comma is quoted', async () => {
    expect(await textOf('priorities.csv')).toContain('items,toolkits,"Toolkits, or resources",');
  });

  test('categories.csv has the list of categories alone', async () => {
    const lines = (await textOf('categories.csv')).trimEnd().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('categories,training,Training,');
  });

  test('the first rank comes first in every ranking of every table and of the JSON', async () => {
    const report = aFinalReport({ organizations: 40, people: 30, regions: 2 });
    const { priorities, breakdowns } = JSON.parse(await textOf('priorities.json', report));
    const rankingsOf = (rows: readonly Ranked[]) => [
      ...Map.groupBy(rows, (row) => RANKING.map((name) => row[name]).join()).values(),
    ];
    const rankings = [...rankingsOf(priorities), ...rankingsOf(breakdowns)].map((rows) =>
      rows.map(({ rank }) => rank ?? Infinity),
    );
    expect(rankings).toHaveLength(45 + 90);
    for (const ranks of rankings) expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));

    const [, ...lines] = (await textOf('priorities.csv', report)).trimEnd().split('\r\n');
    expect(lines.map((line) => line.split(',').slice(0, 2).join())).toEqual(
      priorities.map(({ list, id }: Ranked) => `${list},${id}`),
    );
  });

  test('a withheld row has its place, without a figure and with its reason', async () => {
    const withheld = aRow({
      rank: null,
      estimate: null,
      answers: null,
      organizations: null,
      status: 'too-few-answers',
    });
    expect(await textOf('priorities.csv', aReport({ rows: [withheld] }))).toContain(
      'respondent,agree,,,,,,,,,,,,,,,too-few-answers\r\n',
    );
  });

  test('priorities.json holds the same rows with the same rounding, in camelCase', async () => {
    const document = JSON.parse(await textOf('priorities.json'));
    expect(document.priorities[0]).toMatchObject({
      id: 'peer-mentor-training',
      estimate: 0.618,
      rankLow: null,
      answers: 1203,
    });
  });

  test('priorities.json opens by saying who answered and what the figures cannot tell', async () => {
    const { about } = JSON.parse(await textOf('priorities.json'));
    expect(about[0]).toBe(
      '1,210 people answered through 24 of the 26 organizations asked, by their own choice, through an open link.',
    );
    expect(about.join(' ')).toContain('not a random sample');
  });

  test('says so where the figures leave out late answers', async () => {
    const { about } = JSON.parse(
      await textOf('priorities.json', aReport({ leavesOutLateAnswers: true })),
    );
    expect(about.at(-1)).toContain('as of January 15, 2027');
  });

  test('the same report gives the same bytes', async () => {
    const bytes = async () => (await reportFiles(aReport())).map(({ content }) => content);
    expect(await bytes()).toEqual(await bytes());
  });
});

describe('dataPackage', async () => {
  const files = (await reportFiles(aReport())).map((file) => ({
    file,
    published: { path: file.path, bytes: 12, sha256: 'a'.repeat(64) },
  }));
  const described = JSON.parse(dataPackage(aReport(), '000001-abcdefabcdef', files));

  test('names every other file of the snapshot with its bytes and hash', () => {
    expect(described.resources.map((resource: { path: string }) => resource.path)).toEqual([
      'priorities.json',
      'priorities.jsonschema.json',
      'priorities.csv',
      'categories.csv',
      'breakdowns.csv',
      'distribution.csv',
      'participation.csv',
      'priorities.xlsx',
    ]);
    expect(described.resources[2]).toMatchObject({
      bytes: 12,
      hash: `sha256:${'a'.repeat(64)}`,
      encoding: 'utf-8',
    });
  });

  test("every table's fields are its header, each with a type and a description", () => {
    for (const { file } of files.filter((entry) => entry.file.columns)) {
      const resource = described.resources.find(
        (entry: { path: string }) => entry.path === file.path,
      );
      const names = resource.schema.fields.map((field: { name: string }) => field.name);
      expect(names.join(',')).toBe(String(file.content).split('\r\n')[0]);
      for (const field of resource.schema.fields) {
        expect(field.type).toMatch(/^(string|number|integer|boolean|date)$/);
        expect(field.description.length).toBeGreaterThan(10);
      }
    }
  });

  test('says what a missing value means', () => {
    expect(described.resources[2].schema.missingValues[0].label).toContain('withheld');
  });
});
