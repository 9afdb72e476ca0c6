import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { PrioritiesReport } from '../../../schemas/report.ts';
import {
  aCsv,
  aFolder,
  type Folder,
  ITEMS,
  MINIMAL_POLL,
  rankIn,
  runCommand,
  someRows,
} from './a-run.ts';

const aPreparedFolder = (rows = someRows()): Folder => {
  const folder = aFolder();
  folder.write('poll.json', MINIMAL_POLL);
  folder.write('responses.csv', aCsv(rows));
  return folder;
};

/** What a file says; of a workbook, its texts. */
const wordsOf = (folder: Folder, name: string): string => {
  if (!name.endsWith('.xlsx')) return folder.read(name);
  return Object.values(unzipSync(readFileSync(folder.at(name))))
    .map((bytes) => strFromU8(bytes))
    .join();
};

type Records = readonly Record<string, string>[];
const tableIn = (folder: Folder, name: string): Records =>
  parse(folder.read(`out/${name}`), { columns: true, record_delimiter: '\r\n' });

const SNAPSHOT = ['categories.csv', 'datapackage.json', 'priorities.csv', 'priorities.json'];

describe('groundswell rank', () => {
  test('writes the files of a final snapshot', async () => {
    using folder = aPreparedFolder();
    const { code, said, warned } = await rankIn(folder);
    expect({ code, warned }).toEqual({ code: 0, warned: '' });
    expect(folder.list('out')).toEqual(expect.arrayContaining(SNAPSHOT));
    expect(folder.has('out/rejected.csv')).toBe(false);
    expect(said).toContain('240 responses of 12 organizations counted.');
    const { release, poll } = PrioritiesReport.parse(
      JSON.parse(folder.read('out/priorities.json')),
    );
    expect(release).toMatchObject({ kind: 'final', number: 1, asOf: '2027-03-31' });
    expect(poll.id).toBe('poll');
  });

  test('counts what an independent count of the rows finds', async () => {
    using folder = aPreparedFolder();
    await rankIn(folder);
    const rows: Records = parse(folder.read('responses.csv'), { columns: true });
    const statewide = tableIn(folder, 'distribution.csv').filter(({ group }) => group === 'all');
    for (const item of ITEMS) {
      const row = statewide.find(({ id }) => id === item);
      const levels = ['1', '2', '3', '4', '5'];
      const expected = levels.map((level) => rows.filter((one) => one[item] === level).length);
      expect(levels.map((level) => Number(row?.[`level_${level}`]))).toEqual(expected);
    }
  });

  test('the same files give the same bytes; the id, day and number are those asked for', async () => {
    using folder = aPreparedFolder();
    const args = ['--id', 'calls-to-action', '--as-of', '2027-01-02', '--number', '7'];
    await rankIn(folder, ...args);
    const before = folder.list('out').map((name) => folder.read(`out/${name}`));
    await rankIn(folder, ...args, '--force');
    expect(folder.list('out').map((name) => folder.read(`out/${name}`))).toEqual(before);
    const { poll, release } = JSON.parse(folder.read('out/priorities.json'));
    expect(poll.id).toBe('calls-to-action');
    expect(release).toMatchObject({ number: 7, asOf: '2027-01-02' });
  });

  test('neither the order of rows and columns, quotes, line ends nor a BOM change a byte', async () => {
    using folder = aPreparedFolder();
    await rankIn(folder);
    const expected = folder.read('out/datapackage.json');
    const rows = someRows().map((row) => {
      const [organization, ...levels] = row.split(',');
      return [...levels.reverse(), organization].map((cell) => `"${cell}"`).join();
    });
    const header = [...ITEMS].reverse().join();
    const csv = aCsv(rows.reverse(), `${header},organization`).replaceAll('\n', '\r\n');
    folder.write('responses.csv', `\ufeff${csv}`);
    await rankIn(folder, '--force');
    expect(folder.read('out/datapackage.json')).toBe(expected);
  });

  test('rejects rows that cannot be counted, each with its line, and counts the others', async () => {
    using folder = aPreparedFolder([
      ...someRows(),
      'org-1,6,1,1',
      'org-1,1,1',
      'Org 1,1,1,1',
      'org-1,,,',
      'org-1,5.0,1,1',
      'org-1,1,NA,1',
    ]);
    const { code, warned, said } = await rankIn(folder);
    expect(code).toBe(0);
    const level = 'expected a whole number from 1 to 5, or nothing';
    expect(tableIn(folder, 'rejected.csv')).toEqual([
      { line: '242', column: 'peer-mentors', reason: level },
      { line: '243', column: '', reason: 'expected 4 cells, as the header has' },
      {
        line: '244',
        column: 'organization',
        reason: expect.stringContaining('expected an organization id of lower-case letters'),
      },
      { line: '245', column: '', reason: 'expected at least one answer' },
      { line: '246', column: 'peer-mentors', reason: level },
      { line: '247', column: 'toolkits', reason: level },
    ]);
    expect(warned).toContain('6 rows rejected');
    expect(warned).toContain('2 rows, first on line 242: peer-mentors: expected a whole number');
    expect(said).toContain('240 responses');
  });

  test('rejected rows are named, never quoted: the file may lie beside what is published', async () => {
    using folder = aPreparedFolder([...someRows(), 'Jane Doe,1,1,1', 'org-1,secret,1,1']);
    const { warned } = await rankIn(folder);
    expect(`${warned}${folder.read('out/rejected.csv')}`).not.toMatch(/Jane|secret/);
  });

  test('a run with --force takes away what an earlier one wrote, and nothing else', async () => {
    using folder = aPreparedFolder([...someRows(), 'org-1,6,1,1']);
    await rankIn(folder);
    folder.write('out/notes.txt', 'mine');
    folder.write('responses.csv', aCsv(someRows()));
    expect((await rankIn(folder, '--force')).code).toBe(0);
    expect(folder.has('out/rejected.csv')).toBe(false);
    expect(folder.read('out/notes.txt')).toBe('mine');
  });

  test('refuses a directory that is not empty, before it reads anything', async () => {
    using folder = aFolder();
    folder.write('out', 'a file');
    expect(await rankIn(folder)).toMatchObject({ code: 2 });
    using other = aPreparedFolder();
    await rankIn(other);
    const { code, warned } = await rankIn(other);
    expect(code).toBe(2);
    expect(warned).toContain('--force');
  });

  test('names a column that it does not know and an item without a column', async () => {
    using folder = aPreparedFolder();
    const rows = someRows().map((row) => row.split(',').slice(0, 3).join());
    folder.write('responses.csv', aCsv(rows, 'organization,peer-mentors,comment'));
    const withoutText = rows.map((row) => row.replace(/,\d$/, ',"so, ""fine"""'));
    folder.write('responses.csv', aCsv(withoutText, 'organization,peer-mentors,comment'));
    const { code, warned } = await rankIn(folder);
    expect(code).toBe(0);
    expect(warned).toContain('the column "comment" is not known and left out');
    expect(warned).toContain('no column "toolkits"');
    expect(warned).toContain('no column "housing"');
  });

  test('applies the release rules: too few people, and nothing is written', async () => {
    using folder = aPreparedFolder(someRows(2, 4));
    const { code, warned } = await rankIn(folder);
    expect(code).toBe(4);
    expect(warned).toContain('too few people answered');
    expect(folder.has('out')).toBe(false);
  });

  test('breaks down by the attributes of a file of organizations', async () => {
    using folder = aPreparedFolder(someRows(24, 30));
    const poll = { ...JSON.parse(MINIMAL_POLL), publishedAttributes: ['region'] };
    folder.write('poll.json', JSON.stringify(poll));
    const lines = Array.from({ length: 25 }, (_, index) =>
      [`org-${index + 1}`, index % 2 ? 'North' : 'South', 100 + index, 'ignored'].join(),
    );
    const header = 'id,region,peopleServed,name';
    folder.write('organizations.csv', `${[header, ...lines].join('\r\n')}\r\n`);
    const { code, warned } = await rankIn(
      folder,
      '--organizations',
      folder.at('organizations.csv'),
    );
    expect({ code, warned }).toEqual({ code: 0, warned: '' });
    const participation = tableIn(folder, 'participation.csv');
    expect(participation.map(({ group }) => group)).toEqual(['all', 'North', 'South']);
    expect(participation[0]).toMatchObject({ organizations: '24', organizations_asked: '25' });
    const voices = new Set(tableIn(folder, 'priorities.csv').map(({ voice }) => voice));
    expect([...voices]).toEqual(['respondent', 'organization', 'population']);
  });

  test('rejects responses of organizations that a file of organizations does not list', async () => {
    using folder = aPreparedFolder();
    const ids = Array.from({ length: 11 }, (_, index) => `org-${index + 1}`);
    folder.write('organizations.csv', `id\n${ids.join('\n')}\n`);
    const { said, warned } = await rankIn(
      folder,
      '--organizations',
      folder.at('organizations.csv'),
    );
    expect(said).toContain('220 responses of 11 organizations');
    expect(warned).toContain(
      '20 rows, first on line 13: organization: expected an organization of',
    );
  });

  test.each([
    ['no header', '', 'the file is empty'],
    ['no organization', 'peer-mentors\n1\n', 'no column "organization"'],
    ['no item', 'organization,a\norg-1,1\n', 'no column of an item, such as "peer-mentors"'],
    ['an item twice', 'organization,housing,housing\n', '"housing" stands there twice'],
    ['semicolons', 'organization;housing\norg-1;1\n', 'apart by commas, not by ";"'],
    ['no row', 'organization,housing\n', 'no row could be counted'],
    ['an open quote', 'organization,housing\norg-1,1\norg-1,"1\n', 'line 3: a quote that opens'],
    ['a stray quote', 'organization,housing\norg-1,1"\n', 'line 2: a quote inside'],
  ])(
    'refuses a file of responses with %s, and leaves nothing behind',
    async (_what, csv, fault) => {
      using folder = aFolder();
      folder.write('poll.json', MINIMAL_POLL);
      folder.write('responses.csv', csv);
      const { code, warned } = await rankIn(folder);
      expect(code).toBe(3);
      expect(warned).toContain(fault);
      expect(folder.has('out')).toBe(false);
    },
  );

  test('a file that turns out to be no CSV leaves nothing behind, however many rows were rejected', async () => {
    using folder = aPreparedFolder([...new Array<string>(2500).fill('org-1,9,9,9'), 'org-1,"1']);
    const { code, warned } = await rankIn(folder);
    expect(code).toBe(3);
    expect(warned).toContain('line 2502: a quote that opens here');
    expect(folder.has('out')).toBe(false);
  });

  test.each([
    ['no JSON', '{\n "levels": 5,\n oops }', 'line 3'],
    ['a wrong member', '{"levels": 9, "categories": []}', '/levels: expected'],
    ['a name twice', '{"levels": 5, "levels": 4, "categories": []}', '/levels stands twice'],
  ])('refuses a definition that is %s', async (_what, json, fault) => {
    using folder = aPreparedFolder();
    folder.write('poll.json', json);
    const { code, warned } = await rankIn(folder);
    expect(code).toBe(3);
    expect(warned).toContain(fault);
  });

  test('refuses a file of organizations with every fault by its line', async () => {
    using folder = aPreparedFolder();
    folder.write(
      'organizations.csv',
      `id,peopleServed,region\norg-1,many,North\nOrg 2,3,South\norg-1,4,${'x'.repeat(101)}\norg-3\n`,
    );
    const { code, warned } = await rankIn(
      folder,
      '--organizations',
      folder.at('organizations.csv'),
    );
    expect(code).toBe(3);
    expect(warned).toContain('line 2, peopleServed: expected a whole number');
    expect(warned).toContain('line 3, id: expected an organization id');
    expect(warned).toContain('line 4, region: expected');
    expect(warned).toContain('line 4: "org-1" as on line 2');
    expect(warned).toContain('line 5: expected 3 cells');
  });

  test.each([
    [['rank'], '--poll FILE is needed'],
    [['rank', '--poll', 'p.json', '--responses', 'r.csv'], '--out DIR is needed'],
    [['rank', '--colour'], '--colour'],
    [['rank', '--poll', 'p', '--responses', 'r', '--out', 'o', '--as-of', 'soon'], '--as-of'],
    [['rank', '--poll', 'p', '--responses', 'r', '--out', 'o', '--number', '0'], '--number'],
    [['rank', '--poll', 'p', '--responses', 'r', '--out', 'o', '--id', 'A B'], '--id'],
    [['sort'], 'no command "sort"'],
  ])('says what is wrong with %j', async (args, fault) => {
    const { code, warned } = await runCommand(args);
    expect(code).toBe(2);
    expect(warned).toContain(fault);
    expect(warned).toContain('--help');
  });

  test('a file that is not there is named', async () => {
    using folder = aPreparedFolder();
    const { code, warned } = await rankIn(folder, '--responses', folder.at('missing.csv'));
    expect(code).toBe(3);
    expect(warned).toContain('missing.csv: there is no such file');
  });

  test('--help explains every option and every exit code', async () => {
    const { code, said } = await runCommand(['rank', '--help']);
    expect(code).toBe(0);
    for (const option of ['poll', 'responses', 'organizations', 'out', 'force', 'id', 'as-of']) {
      expect(said).toContain(`--${option}`);
    }
    expect(said).toContain('--no-disclosure-control');
    expect(said).toMatch(/Ends with\n(?: {2}\d {2}when .*\n?){5}$/);
    expect(Math.max(...said.split('\n').map((line) => line.length))).toBeLessThanOrEqual(86);
  });

  test('draws its progress on a terminal only, and takes it away', async () => {
    using folder = aPreparedFolder();
    const args = ['rank', '--poll', folder.at('poll.json'), '--responses'];
    const quiet = await runCommand([...args, folder.at('responses.csv'), '--out', folder.at('a')]);
    expect(quiet.drawn).toBe('');
    const shown = await runCommand(
      [...args, folder.at('responses.csv'), '--out', folder.at('b')],
      true,
    );
    expect(shown.drawn).toContain('100 %');
    expect(shown.drawn.endsWith('\r\x1b[2K')).toBe(true);
  });
});

describe('groundswell rank --no-disclosure-control', () => {
  const small = [...someRows(3, 2), 'org-4,5,,', 'org-4,4,2,'];

  test('ranks what the rules would withhold, every organization by itself, unrounded', async () => {
    using folder = aPreparedFolder(small);
    const { code, said } = await rankIn(folder, '--no-disclosure-control');
    expect(code).toBe(0);
    expect(said).toContain('NOT FOR PUBLICATION');
    const rows = tableIn(folder, 'priorities.csv');
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['shown']));
    const item = rows.find(
      ({ list, id, voice, metric }) =>
        list === 'items' && id === 'housing' && voice === 'respondent' && metric === 'agree',
    );
    expect(item).toMatchObject({ answers: '5', organizations: '3' });
    const estimates = rows.map(({ standard_error: error }) => error ?? '');
    expect(estimates.some((error) => error.length > 10)).toBe(true);
    expect(rows.some(({ voice }) => voice === 'organization')).toBe(true);
  });

  test('breaks down by every value of a published attribute, however small', async () => {
    using folder = aPreparedFolder(small);
    const poll = { ...JSON.parse(MINIMAL_POLL), publishedAttributes: ['region'] };
    folder.write('poll.json', JSON.stringify(poll));
    folder.write('o.csv', 'id,region\norg-1,A\norg-2,A\norg-3,B\norg-4,C\n');
    await rankIn(folder, '--no-disclosure-control', '--organizations', folder.at('o.csv'));
    const groups = tableIn(folder, 'participation.csv').map(({ group }) => group);
    expect(groups).toEqual(['all', 'A', 'B', 'C']);
    const statuses = tableIn(folder, 'breakdowns.csv').map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set(['shown', 'no-answers', 'item-without-answers']));
  });

  test('every file says that it was made without disclosure control', async () => {
    using folder = aPreparedFolder(small);
    await rankIn(folder, '--no-disclosure-control');
    for (const name of folder.list('out')) {
      const says = /without disclosure control|disclosure_control|sin control de divulgación/;
      expect([name, says.test(wordsOf(folder, `out/${name}`))]).toEqual([name, true]);
      if (!name.endsWith('.csv') || name === 'breakdowns.csv') continue;
      for (const row of tableIn(folder, name)) expect(row.disclosure_control).toBe('none');
    }
    const json = JSON.parse(folder.read('out/priorities.json'));
    expect(() => PrioritiesReport.parse(json)).not.toThrow();
    expect(json.release.disclosureControl).toBe('none');
  });

  test('no file of a controlled run speaks of it', async () => {
    using folder = aPreparedFolder();
    await rankIn(folder);
    for (const name of ['priorities.csv', 'priorities.json', 'datapackage.json']) {
      expect(folder.read(`out/${name}`)).not.toMatch(/disclosure.?control/i);
    }
  });
});
