import { describe, expect, test } from 'vitest';
import { jsonOf } from '../../../local/api/call.ts';
import type { AuditEntry } from '../../../schemas/audit.ts';
import type { Problem } from '../../../schemas/problem.ts';
import { aDefinition } from '../../core/polls/a-poll.ts';
import { aManagingWorld, Crash, post, postCsv, putJson } from './managing-world.ts';

const PATH = '/v1/polls/spring';
const request = { definition: aDefinition(), closesAt: '2027-03-01T00:00:00.000Z' };
const THREE = ['id,name', 'a,A', 'b,B', 'c,C'];

const actsOf = ({ state }: ReturnType<typeof aManagingWorld>): readonly string[] =>
  state.audit.map(({ act }) => act);

const ENVELOPE = {
  id: expect.any(String),
  at: '2027-01-15T09:00:00.000Z',
  actor: 'subject-1',
  poll: 'spring',
  correlation: 'gateway-request-1',
};

describe('the audit trail', () => {
  test('tells who did what, on what, when and in which request', async () => {
    const { call, state } = aManagingWorld();
    await call(putJson(PATH, request));
    await call(postCsv(`${PATH}/organizations`, THREE));
    await call(putJson(`${PATH}/organizations/a`, { name: { en: 'Ann' }, peopleServed: 9 }));
    await call(post(`${PATH}/open`));
    await call(putJson(PATH, { ...request, closesAt: '2027-04-01T00:00:00.000Z' }));
    await call(post(`${PATH}/release`));
    await call(post(`${PATH}/close`));
    expect(state.audit).toEqual([
      { ...ENVELOPE, act: 'poll.put', isNew: true, changed: ['definition', 'closesAt'] },
      { ...ENVELOPE, act: 'organizations.loaded', part: 1, created: 3, changed: 0 },
      {
        ...ENVELOPE,
        ...{ act: 'organization.put', organization: 'a', isNew: false },
        changed: ['name', 'peopleServed'],
      },
      { ...ENVELOPE, act: 'poll.opened', closesAt: request.closesAt },
      { ...ENVELOPE, act: 'poll.put', isNew: false, changed: ['closesAt'] },
      { ...ENVELOPE, act: 'release.requested' },
      { ...ENVELOPE, act: 'poll.closed' },
    ] satisfies AuditEntry[]);
  });

  test('holds no name of anybody and nothing of what was put', async () => {
    const { call, state } = aManagingWorld();
    await call(putJson(PATH, request));
    await call(putJson(`${PATH}/organizations/harbor`, { name: { en: 'Harbor of Joe' } }));
    expect(JSON.stringify(state.audit)).not.toContain('Joe');
    expect(JSON.stringify(state.audit)).not.toContain('mentors');
  });

  test('has no entry where nothing was done: a repeat, a refusal, a fault', async () => {
    const world = aManagingWorld();
    const { call } = world;
    await call(putJson(PATH, request));
    await call(putJson(PATH, request));
    await call(postCsv(`${PATH}/organizations`, THREE));
    await call(postCsv(`${PATH}/organizations`, THREE));
    await call(putJson(`${PATH}/organizations/a`, { name: { en: 'A' } }));
    await call(putJson(`${PATH}/organizations/a`, { name: 7 }));
    await call(post(`${PATH}/close`));
    await call(post(`${PATH}/release`));
    await call(post(`${PATH}/open`));
    await call(post(`${PATH}/open`));
    expect(actsOf(world)).toEqual(['poll.put', 'organizations.loaded', 'poll.opened']);
  });

  test('has no entry of a write that lost its race, and one of the write that won', async () => {
    const world = aManagingWorld();
    await world.call(putJson(PATH, request));
    world.state.meanwhile = async () => {
      world.state.meanwhile = async () => undefined;
      await world.call(putJson(PATH, { ...request, closesAt: '2027-03-02T00:00:00.000Z' }));
    };
    await world.call(putJson(PATH, { definition: aDefinition({ levels: 7 }) }));
    expect(actsOf(world)).toEqual(['poll.put', 'poll.put', 'poll.put']);
  });

  test('has no entry where the process died before the write', async () => {
    const world = aManagingWorld();
    world.state.before = () => {
      throw new Crash();
    };
    await world.call(putJson(PATH, request));
    expect(actsOf(world)).toEqual([]);
  });

  test('says that a release was asked for before it is asked for', async () => {
    const world = aManagingWorld();
    await world.call(putJson(PATH, request));
    await world.call(postCsv(`${PATH}/organizations`, THREE));
    await world.call(post(`${PATH}/open`));
    world.state.steps.length = 0;
    await world.call(post(`${PATH}/release`));
    expect(world.state.steps).toEqual(['audit', 'roll-up']);
  });

  test('cannot be done without: a token that does not say whose it is may look, not act', async () => {
    const { call, state } = aManagingWorld({ 'cognito:groups': '[administrator]' });
    const answer = await call(putJson(PATH, request));
    expect([answer.status, (jsonOf(answer) as Problem).code]).toEqual([403, 'subject-required']);
    expect(state.polls.size).toBe(0);
    expect((await call({ method: 'GET', path: '/v1/polls' })).status).toBe(200);
  });
});

describe('reading the audit trail', () => {
  const read = async (query: string) => {
    const { call, state } = aManagingWorld();
    for (let second = 0; second < 5; second += 1) {
      state.now = new Date(Date.UTC(2027, 0, 15, 9, 0, second));
      await call(putJson(PATH, { definition: aDefinition({ minRespondents: 11 + second }) }));
    }
    return call({ method: 'GET', path: `${PATH}/audit${query}` });
  };

  test('gives the newest first, and where the next page begins', async () => {
    const page = jsonOf(await read('?limit=2')) as { entries: AuditEntry[]; next: string };
    expect(page.entries.map(({ at }) => at)).toEqual([
      '2027-01-15T09:00:04.000Z',
      '2027-01-15T09:00:03.000Z',
    ]);
    expect(page.next).toMatch(/^2027-01-15T09:00:03\.000Z#/);
  });

  test('gives no next page after the last', async () => {
    const page = jsonOf(await read('')) as { entries: AuditEntry[]; next?: string };
    expect([page.entries.length, page.next]).toEqual([5, undefined]);
  });

  test.each([
    ...['?limit=0', '?limit=201', '?limit=x', '?limit=1e1', '?limit=%205', '?limit=', '?limit=-1'],
    ...['?before=x', '?after=x'],
  ])('refuses %s', async (query) => {
    const answer = await read(query);
    expect([answer.status, (jsonOf(answer) as Problem).code]).toEqual([422, 'invalid-request']);
  });

  test('of a poll that is not there is 404', async () => {
    const { call } = aManagingWorld();
    expect((await call({ method: 'GET', path: `${PATH}/audit` })).status).toBe(404);
  });
});
