import { describe, expect, test } from 'vitest';
import { type ApiAnswer, jsonOf } from '../../../local/api/call.ts';
import type { Problem } from '../../../schemas/problem.ts';
import { aDefinition } from '../../core/polls/a-poll.ts';
import { aManagingWorld, Crash, post, postCsv, putJson } from './managing-world.ts';

const PATH = '/v1/polls/spring';
const EXCLUSIONS = `${PATH}/organizations/b/exclusions`;
const FLOOD = { channel: 'web', day: '2027-02-03' };
const set = (exclusions: readonly object[], reason = 'A script') =>
  putJson(EXCLUSIONS, { reason, exclusions });

const codeOf = (answer: ApiAnswer): string =>
  `${answer.status} ${(jsonOf(answer) as Problem).code}`;

const withOpenPoll = async () => {
  const world = aManagingWorld();
  await world.call(
    putJson(PATH, { definition: aDefinition(), closesAt: '2027-03-01T00:00:00.000Z' }),
  );
  await world.call(postCsv(`${PATH}/organizations`, ['id,name', 'a,A', 'b,B', 'c,C']));
  await world.call(post(`${PATH}/open`));
  world.state.steps.length = 0;
  world.state.audit.length = 0;
  return world;
};

describe('setting responses aside', () => {
  test('keeps the list as its next version, with its entry, then asks for a count', async () => {
    const { call, state } = await withOpenPoll();
    const answer = await call(set([FLOOD]));
    const kept = { organization: 'b', version: 1, exclusions: [FLOOD] };
    expect([answer.status, jsonOf(answer)]).toEqual([200, kept]);
    expect(state.steps).toEqual(['exclusions', 'recount']);
    expect(state.recounts).toEqual(['spring#b']);
    expect(state.audit).toMatchObject([
      { act: 'exclusions.put', actor: 'subject-1', reason: 'A script', ...kept },
    ]);
  });

  test('takes 400 entries in a readable layout, and no more than 64 KB', async () => {
    const { call } = await withOpenPoll();
    const days = Array.from({ length: 400 }, (_, n) =>
      new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10),
    );
    const exclusions = days.map((day) => ({ channel: 'paper', day }));
    const request = set(exclusions, '語'.repeat(500));
    const body = JSON.stringify(JSON.parse(String(request.body)), null, 4);
    expect((await call({ ...request, body })).status).toBe(200);
    const padded = body.padEnd(64 * 1024 + 1);
    expect(codeOf(await call({ ...request, body: padded }))).toBe('413 body-too-large');
  });

  test('is shown, and is nothing at first', async () => {
    const { call } = await withOpenPoll();
    const show = async () => jsonOf(await call({ method: 'GET', path: EXCLUSIONS }));
    expect(await show()).toEqual({ organization: 'b', version: 0, exclusions: [] });
    await call(set([FLOOD]));
    expect(await show()).toEqual({ organization: 'b', version: 1, exclusions: [FLOOD] });
  });

  test('is reversed by an empty list, as another version', async () => {
    const { call, state } = await withOpenPoll();
    await call(set([FLOOD]));
    await call(set([], 'It was a meeting'));
    expect(state.exclusions.get('spring#b')).toEqual({ version: 2, exclusions: [] });
    expect(state.audit).toHaveLength(2);
  });

  test('holds each day and channel once, in order', async () => {
    const { call } = await withOpenPoll();
    const earlier = { channel: 'api', day: '2027-02-01' };
    const answer = await call(set([FLOOD, earlier, FLOOD]));
    expect(jsonOf(answer)).toMatchObject({ exclusions: [earlier, FLOOD] });
  });

  test('the same list again writes nothing, but asks for the count that may be missing', async () => {
    const { call, state } = await withOpenPoll();
    await call(set([FLOOD]));
    await call(set([FLOOD], 'Other words'));
    expect(state.steps).toEqual(['exclusions', 'recount', 'recount']);
    expect(state.audit).toHaveLength(1);
  });

  test('a call that died before it asked for the count is finished by a repeat', async () => {
    const { call, state } = await withOpenPoll();
    state.before = (step) => {
      if (step === 'recount') throw new Crash();
    };
    expect((await call(set([FLOOD]))).status).toBe(500);
    state.before = () => undefined;
    expect((await call(set([FLOOD]))).status).toBe(200);
    expect(state.recounts).toEqual(['spring#b']);
  });

  test('of two at once both are kept, one after the other', async () => {
    const { call, state } = await withOpenPoll();
    state.meanwhile = async () => {
      state.meanwhile = async () => undefined;
      await call(set([{ channel: 'api', day: '2027-02-01' }]));
    };
    expect(jsonOf(await call(set([FLOOD])))).toMatchObject({ version: 2, exclusions: [FLOOD] });
    expect(state.audit).toHaveLength(2);
  });

  test('stays possible after the close, until the final count begins', async () => {
    const { call, state } = await withOpenPoll();
    state.now = new Date('2027-03-01T00:00:30.000Z');
    expect((await call(set([FLOOD]))).status).toBe(200);
    state.sealing = true;
    expect(codeOf(await call(set([])))).toBe('409 sealed');
    expect(state.exclusions.get('spring#b')?.version).toBe(1);
    expect(state.audit).toHaveLength(1);
  });

  test('is no use in a draft', async () => {
    const { call } = aManagingWorld();
    await call(putJson(PATH, { definition: aDefinition() }));
    await call(postCsv(`${PATH}/organizations`, ['id,name', 'b,B']));
    expect(codeOf(await call(set([FLOOD])))).toBe('409 not-open-yet');
  });

  test('of an organization that is not there is 404', async () => {
    const { call } = await withOpenPoll();
    const body = { reason: 'x', exclusions: [] };
    for (const path of [`${PATH}/organizations/z/exclusions`, `${PATH}/organizations/Z/exclusions`])
      expect(codeOf(await call(putJson(path, body)))).toBe('404 unknown-organization');
  });

  test('tells every fault with its place', async () => {
    const { call } = await withOpenPoll();
    const answer = await call(
      putJson(EXCLUSIONS, {
        exclusions: [
          { channel: 'mail', day: '3 February' },
          { ...FLOOD, hour: 7 },
        ],
      }),
    );
    const { errors } = jsonOf(answer) as Problem;
    expect(errors?.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/exclusions/0/channel',
      '/exclusions/0/day',
      '/exclusions/1/hour',
      '/reason',
    ]);
  });

  test('is for administrators', async () => {
    const { call } = aManagingWorld({ 'cognito:groups': '[coordinator:b]', sub: 'subject-2' });
    expect(codeOf(await call(set([FLOOD])))).toBe('403 administrators-only');
  });
});
