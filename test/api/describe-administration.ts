import { beforeAll, describe, expect, test } from 'vitest';
import { type Call, jsonOf } from '../../local/api/call.ts';
import { ensureAccepted, withToken } from '../../local/api/ensure-accepted.ts';
import { getResponse, putResponse } from '../../local/api/response-requests.ts';
import {
  aDefinition,
  aHolder,
  aPollId,
  aPollRequest,
  asAdministrator,
  openPoll,
  putDraft,
  putJson,
} from './a-poll.ts';
import type { ApiWorld } from './api-world.ts';
import { expectProblem } from './expect-problem.ts';

const PROTECTED: readonly (readonly [method: string, path: string])[] = [
  ['GET', '/v1/polls'],
  ['PUT', '/v1/polls/a'],
  ['GET', '/v1/polls/a/settings'],
  ['GET', '/v1/polls/a/organizations'],
  ['POST', '/v1/polls/a/organizations'],
  ['PUT', '/v1/polls/a/organizations/b'],
  ['POST', '/v1/polls/a/open'],
  ['POST', '/v1/polls/a/close'],
  ['POST', '/v1/polls/a/release'],
  ['GET', '/v1/polls/a/audit'],
  ['GET', '/v1/polls/a/organizations/b/exclusions'],
  ['PUT', '/v1/polls/a/organizations/b/exclusions'],
];

/** What administrators do with polls and organizations, and that nobody else does. */
export const describeAdministration = (world: () => ApiWorld): void => {
  let call: Call;
  beforeAll(async () => {
    call = await asAdministrator(world());
  });

  describe('an administrator', () => {
    test('puts a poll (201), puts it again (200), and it is on the list', async () => {
      const poll = aPollId();
      const request = putJson(`/v1/polls/${poll}`, aPollRequest());
      expect((await call(request)).status).toBe(201);
      expect((await call(request)).status).toBe(200);
      const { polls } = jsonOf(await call({ method: 'GET', path: '/v1/polls' })) as {
        polls: { id: string; state: string }[];
      };
      expect(polls.find(({ id }) => id === poll)).toMatchObject({ state: 'draft' });
    });

    test('is told every fault of a definition, with its place', async () => {
      const definition = {
        ...aDefinition(),
        levels: 9,
        categories: [{ id: 'No Slug', items: [] }],
      };
      const answer = await call(putJson(`/v1/polls/${aPollId()}`, { definition }));
      expectProblem(answer, 422, 'invalid-request');
      const { errors } = jsonOf(answer) as { errors: { pointer: string }[] };
      expect(errors.map(({ pointer }) => pointer)).toEqual(
        expect.arrayContaining(['/definition/levels', '/definition/categories/0/id']),
      );
    });

    test('loads organizations from CSV, all rows or none', async () => {
      const poll = aPollId();
      const path = `/v1/polls/${poll}/organizations`;
      const post = (body: string) =>
        call({ method: 'POST', path, headers: { 'content-type': 'text/csv' }, body });
      await call(putJson(`/v1/polls/${poll}`, aPollRequest()));
      expect((await post('id,name\none,One\nNot an id,Two\n')).status).toBe(422);
      const loaded = await post(
        'id,name,name:es,attribute:region\none,One,Uno,north\ntwo,"T, wo",,\n',
      );
      expect(loaded.status).toBe(200);
      const list = jsonOf(await call({ method: 'GET', path })) as { organizations: object[] };
      expect(list.organizations).toMatchObject([
        { id: 'one', name: { en: 'One', es: 'Uno' }, attributes: { region: 'north' } },
        { id: 'two', name: { en: 'T, wo' } },
      ]);
    });

    test('cannot change a definition once the poll is open, but its close to a later one', async () => {
      const poll = await openPoll(world());
      const path = `/v1/polls/${poll}`;
      const other = aPollRequest({ levels: 7 });
      expectProblem(await call(putJson(path, other)), 409, 'poll-immutable');
      expect((await call(putJson(path, aPollRequest()))).status).toBe(200);
    });

    test('cannot open a poll that has too few organizations', async () => {
      const poll = aPollId();
      await call(putJson(`/v1/polls/${poll}`, aPollRequest()));
      const answer = await call({ method: 'POST', path: `/v1/polls/${poll}/open` });
      expectProblem(answer, 409, 'too-few-organizations');
    });

    test('finds who did what with a poll on its trail, newest first, page by page', async () => {
      const poll = await openPoll(world());
      const read = async (query: string) =>
        jsonOf(await call({ method: 'GET', path: `/v1/polls/${poll}/audit${query}` })) as {
          entries: { act: string; actor: string; correlation: string; organization?: string }[];
          next?: string;
        };
      const { entries } = await read('');
      expect(entries.map(({ act, organization }) => `${act} ${organization ?? ''}`.trim())).toEqual(
        [
          'poll.opened',
          'organization.put third',
          'organization.put second',
          'organization.put first',
          'poll.put',
        ],
      );
      const [actor] = new Set(entries.map((entry) => entry.actor));
      expect(actor).toMatch(/^\S+$/);
      for (const { correlation } of entries) expect(correlation).toMatch(/^\S{8,64}$/);
      const first = await read('?limit=2');
      const second = await read(`?limit=3&before=${encodeURIComponent(first.next ?? '')}`);
      expect([...first.entries, ...second.entries]).toEqual(entries);
      expectProblem(
        await call({ method: 'GET', path: `/v1/polls/${poll}/audit?before=then` }),
        422,
        'invalid-request',
      );
    });

    test('sets a flood aside by channel and day, and takes it back, before the final count', async () => {
      const poll = await openPoll(world());
      const path = `/v1/polls/${poll}/organizations/first/exclusions`;
      const sent = { revision: 0, channel: 'web', answers: { apples: 5 } };
      for (let person = 0; person < 3; person += 1) {
        await ensureAccepted(world().call, putResponse(aHolder(poll), sent));
      }
      const other = aHolder(poll, 'second');
      await ensureAccepted(world().call, putResponse(other, sent));
      await world().tallied(poll, 4);
      const { day } = jsonOf(await world().call(getResponse(other))) as { day: string };
      const put = (exclusions: readonly object[]) =>
        call(putJson(path, { reason: 'A script', exclusions }));
      const set = await put([{ channel: 'web', day }]);
      expect([set.status, jsonOf(set)]).toMatchObject([200, { version: 1 }]);
      await world().tallied(poll, 1);
      expect(jsonOf(await put([]))).toMatchObject({ version: 2, exclusions: [] });
      await world().tallied(poll, 4);
    });

    test('opens a poll once; again changes nothing', async () => {
      const poll = await putDraft(world());
      const open = () => call({ method: 'POST', path: `/v1/polls/${poll}/open` });
      const [first, second] = [jsonOf(await open()), jsonOf(await open())];
      expect(first).toMatchObject({ state: 'open', openedAt: expect.any(String) });
      expect(second).toEqual(first);
    });
  });

  describe('anyone', () => {
    test('sees a poll: its state and definition, cacheable', async () => {
      const poll = await openPoll(world());
      const answer = await world().call({ method: 'GET', path: `/v1/polls/${poll}` });
      expect(answer.status).toBe(200);
      expect(answer.headers['cache-control']).toContain('max-age');
      expect(jsonOf(answer)).toMatchObject({ id: poll, state: 'open', definition: { levels: 5 } });
    });

    test('sees nothing of a draft, which an administrator does', async () => {
      const poll = await putDraft(world());
      for (const path of [`/v1/polls/${poll}`, `/v1/polls/${poll}/organizations/first`]) {
        expectProblem(await world().call({ method: 'GET', path }), 409, 'not-open-yet');
      }
      const settings = await call({ method: 'GET', path: `/v1/polls/${poll}/settings` });
      expect(jsonOf(settings)).toMatchObject({ state: 'draft', definition: { levels: 5 } });
    });

    test('reads what the API offers', async () => {
      const answer = await world().call({ method: 'GET', path: '/v1/openapi.json' });
      expect(jsonOf(answer)).toMatchObject({ openapi: '3.1.0', paths: { '/v1/polls': {} } });
    });

    test("sees an organization's name and nothing else of it", async () => {
      const poll = await openPoll(world());
      const path = `/v1/polls/${poll}/organizations/first`;
      expect(jsonOf(await world().call({ method: 'GET', path }))).toEqual({
        name: { en: 'The first' },
      });
    });

    test.each([
      ['GET', '/v1/polls/no-such-poll'],
      ['GET', '/v1/nothing'],
      ['DELETE', '/v1/polls/no-such-poll'],
      ['GET', '/'],
      ['GET', '/v1/polls/UPPER/organizations/x'],
    ])('gets a 404 of ours for %s %s', async (method, path) => {
      const answer = await world().call({ method, path });
      expect(answer.status).toBe(404);
      expect(answer.headers['content-type']).toBe('application/problem+json');
    });

    test.each(PROTECTED)('is not let in to %s %s without a token', async (method, path) => {
      const answers = [
        await world().call({ method, path }),
        await withToken(world().call, 'a.b.c')({ method, path }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    });

    test.each(PROTECTED)('is not let in to %s %s with another role', async (method, path) => {
      for (const role of ['planner', 'coordinator:first']) {
        const as = withToken(world().call, await world().tokenOf(role));
        expectProblem(await as({ method, path }), 403, 'administrators-only');
      }
    });
  });
};
