import { describe, expect, test } from 'vitest';
import { type ApiAnswer, jsonOf } from '../../../local/api/call.ts';
import type { Problem } from '../../../schemas/problem.ts';
import { aDefinition } from '../../core/polls/a-poll.ts';
import { aManagingWorld, post, postCsv, putJson } from './managing-world.ts';

const PATH = '/v1/polls/spring';
const request = { definition: aDefinition(), closesAt: '2027-03-01T00:00:00.000Z' };
const harbor = {
  name: { en: 'Harbor House', es: 'Casa Harbor' },
  attributes: { region: 'north' },
  peopleServed: 300,
  expectedResponses: 200,
};

const problemOf = (answer: ApiAnswer): Problem => jsonOf(answer) as Problem;
const codeOf = (answer: ApiAnswer): string => `${answer.status} ${problemOf(answer).code}`;
const pointersOf = (answer: ApiAnswer) => problemOf(answer).errors?.map(({ pointer }) => pointer);

const withDraft = async () => {
  const world = aManagingWorld();
  await world.call(putJson(PATH, request));
  return world;
};

const withOpenPoll = async () => {
  const world = await withDraft();
  for (const id of ['harbor', 'haven', 'hope']) {
    await world.call(putJson(`${PATH}/organizations/${id}`, harbor));
  }
  await world.call(post(`${PATH}/open`));
  return world;
};

const putHarbor = (overrides: object, id = 'harbor') =>
  putJson(`${PATH}/organizations/${id}`, { ...harbor, ...overrides });

describe('putting an organization', () => {
  test('is 201 the first time, 200 after, and shows what is kept', async () => {
    const { call } = await withDraft();
    const first = await call(putHarbor({}));
    expect([first.status, jsonOf(first)]).toEqual([
      201,
      { ...harbor, id: 'harbor', bucketBits: 1 },
    ]);
    expect((await call(putHarbor({}))).status).toBe(200);
    expect((await call(putHarbor({ name: { en: 'Harbor' } }))).status).toBe(200);
  });

  test('of an unknown poll is 404', async () => {
    const { call } = aManagingWorld();
    expect(codeOf(await call(putHarbor({})))).toBe('404 unknown-poll');
  });

  test('tells every fault with its place', async () => {
    const { call } = await withDraft();
    const answer = await call(
      putHarbor({ name: { english: 'x' }, peopleServed: 0, expectedResponses: 'many', size: 3 }),
    );
    expect(answer.status).toBe(422);
    expect(pointersOf(answer)?.toSorted()).toEqual([
      '/expectedResponses',
      '/name/english',
      '/peopleServed',
      '/size',
    ]);
  });

  test('takes at most 16 KB', async () => {
    const { call } = await withDraft();
    const name = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [
        `a${String.fromCharCode(97 + index)}`,
        'x'.repeat(1000),
      ]),
    );
    expect(codeOf(await call(putHarbor({ name })))).toBe('413 body-too-large');
  });

  test('before the poll opens its buckets follow what it expects, afterwards they are fixed', async () => {
    const { call, state } = await withDraft();
    await call(putHarbor({}));
    await call(putHarbor({ expectedResponses: 1000 }));
    expect(state.organizations.get('spring#harbor')?.bucketBits).toBe(3);

    const open = await withOpenPoll();
    expect((await open.call(putHarbor({ expectedResponses: 1000 }))).status).toBe(200);
    expect(open.state.organizations.get('spring#harbor')).toMatchObject({
      expectedResponses: 1000,
      bucketBits: 1,
    });
  });

  test('a poll that opens between reading and writing fixes the buckets', async () => {
    const { call, state } = await withOpenPoll();
    const poll = state.polls.get('spring');
    if (poll) state.polls.set('spring', { ...poll, opened: false });
    state.meanwhile = async () => {
      state.meanwhile = async () => undefined;
      if (poll) state.polls.set('spring', { ...poll, version: poll.version + 1 });
    };
    await call(putHarbor({ expectedResponses: 1000 }));
    expect(state.organizations.get('spring#harbor')?.bucketBits).toBe(1);
  });

  test('an open poll takes new organizations, a closed one does not', async () => {
    const { call, state } = await withOpenPoll();
    expect((await call(putHarbor({}, 'haven-two'))).status).toBe(201);
    state.now = new Date('2027-03-01T00:00:00.000Z');
    expect(codeOf(await call(putHarbor({}, 'late')))).toBe('409 closed');
    expect((await call(putHarbor({ name: { en: 'Corrected' } }))).status).toBe(200);
  });

  test('from the first release on, what weighs and groups it is fixed; its name is not', async () => {
    const { call, state } = await withOpenPoll();
    state.released = 1;
    for (const change of [{ peopleServed: 301 }, { attributes: { region: 'south' } }]) {
      expect(codeOf(await call(putHarbor(change)))).toBe('409 frozen-by-release');
    }
    const { peopleServed: _peopleServed, ...without } = harbor;
    const dropped = putJson(`${PATH}/organizations/harbor`, without);
    expect(codeOf(await call(dropped))).toBe('409 frozen-by-release');
    expect((await call(putHarbor({ name: { en: 'Corrected' } }))).status).toBe(200);
  });

  test('lets its new responses wait no longer where more of them are expected, else as long', async () => {
    const { call, state } = await withOpenPoll();
    const isSlowed = () => state.slowUntil.has('spring#harbor');
    state.slowUntil.set('spring#harbor', '2027-01-15T09:10:00.000Z');
    await call(putHarbor({ expectedResponses: 600 }));
    await call(putHarbor({ expectedResponses: 100, name: { en: 'Harbor' } }));
    expect(isSlowed()).toBe(true);
    await call(putHarbor({ expectedResponses: 900 }, 'haven'));
    expect(isSlowed()).toBe(true);
    await call(putHarbor({ expectedResponses: 900 }));
    expect(isSlowed()).toBe(false);
    expect(state.audit.at(-1)).toMatchObject({ act: 'organization.put', organization: 'harbor' });
  });

  test('a release between reading and writing is seen', async () => {
    const { call, state } = await withOpenPoll();
    state.meanwhile = async () => {
      state.released = 1;
    };
    expect(codeOf(await call(putHarbor({ peopleServed: 301 })))).toBe('409 frozen-by-release');
  });
});

describe('loading organizations from CSV', () => {
  const LINES = [
    'id,name,name:es,attribute:region,peopleServed,expectedResponses',
    'harbor,Harbor House,Casa Harbor,north,300,200',
    'haven,"Haven, the",,south,,',
  ];

  test('puts one a row; an empty cell says nothing', async () => {
    const { call, state } = await withDraft();
    const answer = await call(postCsv(`${PATH}/organizations`, LINES));
    expect([answer.status, jsonOf(answer)]).toEqual([
      200,
      { organizations: 2, created: 2, changed: 0 },
    ]);
    expect([...state.organizations.values()]).toEqual([
      { ...harbor, id: 'harbor', bucketBits: 1 },
      { id: 'haven', name: { en: 'Haven, the' }, attributes: { region: 'south' }, bucketBits: 2 },
    ]);
  });

  test('lets new responses wait no longer of those of which more are expected, and of no other', async () => {
    const { call, state } = await withOpenPoll();
    for (const id of ['harbor', 'haven'])
      state.slowUntil.set(`spring#${id}`, '2027-01-15T09:10:00.000Z');
    const lines = LINES.map((line) => line.replace('300,200', '300,900'));
    await call(postCsv(`${PATH}/organizations`, lines));
    expect([...state.slowUntil.keys()]).toEqual(['spring#haven']);
  });

  test('the same file again changes nothing', async () => {
    const { call } = await withDraft();
    await call(postCsv(`${PATH}/organizations`, LINES));
    const again = await call(postCsv(`${PATH}/organizations`, LINES));
    expect(jsonOf(again)).toEqual({ organizations: 2, created: 0, changed: 0 });
  });

  test('a byte order mark, empty lines and other line ends do no harm', async () => {
    const { call } = await withDraft();
    const body = `\uFEFF${LINES.join('\n\n')}`;
    const answer = await call({ ...postCsv(`${PATH}/organizations`, []), body });
    expect(answer.status).toBe(200);
  });

  test('a fault in any row keeps all of them out, and is told by row, column and line', async () => {
    const { call, state } = await withDraft();
    const answer = await call(
      postCsv(`${PATH}/organizations`, [
        ...LINES,
        'Not An Id,Name,,,0,many',
        'harbor,Twice,,,,',
        'short,row',
        'nameless,,,,,',
        '',
        'huge,Huge,,,999999999999,',
      ]),
    );
    expect(answer.status).toBe(422);
    expect(problemOf(answer).errors?.map(({ pointer }) => pointer)).toEqual([
      '/rows/2/id',
      '/rows/2/peopleServed',
      '/rows/2/expectedResponses',
      '/rows/3/id',
      '/rows/4',
      '/rows/5/name',
      '/rows/6/peopleServed',
    ]);
    expect(problemOf(answer).errors?.at(-1)?.expected).toMatch(/^line 9: /);
    expect(state.organizations.size).toBe(0);
  });

  test('an unknown, a repeated and a missing column are told by their position', async () => {
    const { call } = await withDraft();
    const answer = await call(
      postCsv(`${PATH}/organizations`, [
        'name,colour,name:en,attribute:Región,name:Spanish',
        'a,b,c,d,e',
      ]),
    );
    expect(pointersOf(answer)).toEqual([
      '/columns/1',
      '/columns/2',
      '/columns/3',
      '/columns/4',
      '/columns',
    ]);
  });

  test('a file without rows, what is no CSV, and another media type are refused', async () => {
    const { call } = await withDraft();
    const path = `${PATH}/organizations`;
    expect(pointersOf(await call(postCsv(path, ['id,name'])))).toEqual(['/rows']);
    expect(pointersOf(await call(postCsv(path, ['id,name', 'a,"open'])))).toEqual(['']);
    expect(pointersOf(await call(postCsv(path, [''])))).toEqual(['/columns', '/columns']);
    const json = { ...postCsv(path, LINES), headers: { 'content-type': 'application/json' } };
    expect(codeOf(await call(json))).toBe('415 unsupported-media-type');
  });

  test('a row that the poll’s stage forbids keeps all of them out', async () => {
    const { call, state } = await withOpenPoll();
    state.released = 1;
    const answer = await call(
      postCsv(`${PATH}/organizations`, [
        'id,name,attribute:region,peopleServed',
        'new-one,New,north,10',
        'harbor,Harbor House,south,300',
      ]),
    );
    expect([codeOf(answer), pointersOf(answer)]).toEqual(['409 frozen-by-release', ['/rows/1']]);
    expect(state.organizations.has('spring#new-one')).toBe(false);
  });
});

describe('listing organizations', () => {
  test('shows all that is kept of each', async () => {
    const { call } = await withDraft();
    await call(putHarbor({}));
    expect(jsonOf(await call({ method: 'GET', path: `${PATH}/organizations` }))).toEqual({
      organizations: [{ ...harbor, id: 'harbor', bucketBits: 1 }],
    });
  });
});

describe('the door', () => {
  const requests = [
    { method: 'GET', path: '/v1/polls' },
    putJson(PATH, request),
    { method: 'GET', path: `${PATH}/organizations` },
    postCsv(`${PATH}/organizations`, ['id,name', 'a,A']),
    putHarbor({}),
    post(`${PATH}/open`),
    post(`${PATH}/close`),
    post(`${PATH}/release`),
  ];

  test('lets no one but an administrator pass, and does nothing for others', async () => {
    for (const groups of ['[planner]', '[coordinator:administrator]', 'administrators', '', '[]']) {
      const { call, state } = aManagingWorld({ 'cognito:groups': groups });
      for (const refused of requests) {
        expect(codeOf(await call(refused))).toBe('403 administrators-only');
      }
      expect(state.steps).toEqual([]);
    }
    const { call } = aManagingWorld({ administrator: 'true' });
    expect(codeOf(await call(post(`${PATH}/open`)))).toBe('403 administrators-only');
  });

  test('lets an administrator pass, whichever way the gateway writes the list', async () => {
    for (const groups of ['[administrator]', '[planner administrator]', 'administrator']) {
      const { call } = aManagingWorld({ 'cognito:groups': groups });
      expect((await call({ method: 'GET', path: '/v1/polls' })).status).toBe(200);
    }
  });
});
