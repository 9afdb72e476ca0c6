import { beforeAll, describe, expect, test } from 'vitest';
import { type ApiAnswer, jsonOf, textOf } from '../../local/api/call.ts';
import { deleteResponse, getResponse, putResponse } from '../../local/api/response-requests.ts';
import { aHolder, ORGANIZATIONS, openPoll, putDraft } from './a-poll.ts';
import type { ApiWorld } from './api-world.ts';

const [FIRST] = ORGANIZATIONS;

/** The form's page and its native posts, beside the same responses sent through the API. */
export const describeForm = (world: () => ApiWorld): void => {
  let poll: string;
  const get = (path: string): Promise<ApiAnswer> => world().call({ method: 'GET', path });
  const post = (fields: Record<string, string>, of = poll): Promise<ApiAnswer> =>
    world().call({
      method: 'POST',
      path: `/p/${of}/${FIRST}?lang=en`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });

  beforeAll(async () => {
    poll = await openPoll(world());
  });

  describe('the form', () => {
    test('is one HTML response that loads nothing from elsewhere', async () => {
      const answer = await get(`/p/${poll}/${FIRST}`);
      expect([answer.status, answer.headers['content-type']]).toEqual([
        200,
        'text/html; charset=utf-8',
      ]);
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      expect(textOf(answer).match(/<input type=radio/g)).toHaveLength(15);
    });

    test('takes a native post, which the private link then opens through the API', async () => {
      const sent = await post({ q1: '4', q3: '1' });
      expect([sent.status, sent.headers['cache-control']]).toEqual([201, 'no-store']);
      const receipt = /#([\w-]{22})"/.exec(textOf(sent))?.[1] ?? '';
      const kept = await world().call(getResponse({ poll, organization: FIRST, receipt }));
      expect(jsonOf(kept)).toMatchObject({
        ...{ revision: 0, channel: 'web', answers: { apples: 4, rye: 1 } },
      });
    });

    test('holds the same promises as the API: revisions, tombstones, once only', async () => {
      const holder = aHolder(poll);
      const { receipt: _receipt } = holder;
      await world().call(putResponse(holder, { revision: 2, answers: { apples: 5 } }));
      expect((await post({ q1: '1', _receipt, _revision: '1' })).status).toBe(409);
      expect((await post({ q1: '5', _receipt, _revision: '2' })).status).toBe(200);
      expect((await post({ q1: '2', _receipt, _revision: '3' })).status).toBe(200);
      const kept = jsonOf(await world().call(getResponse(holder)));
      expect(kept).toMatchObject({ revision: 3, answers: { apples: 2 } });
      await world().call(deleteResponse(holder));
      expect((await post({ q1: '2', _receipt, _revision: '4' })).status).toBe(410);
    });

    test('withdraws for good what was sent through the API', async () => {
      const holder = aHolder(poll);
      await world().call(putResponse(holder, { revision: 0, answers: { apples: 5 } }));
      expect((await post({ _do: 'withdraw', _receipt: holder.receipt })).status).toBe(200);
      expect((await world().call(getResponse(holder))).status).toBe(410);
    });

    test('takes nothing before the poll is open', async () => {
      expect((await post({ q1: '5' }, await putDraft(world()))).status).toBe(409);
    });

    test.each(['worker', 'qr', 'aloud'])('has the script %s', async (name) => {
      const answer = await get(`/p/${name}.js`);
      expect([answer.status, answer.headers['content-type']]).toEqual([
        200,
        'text/javascript; charset=utf-8',
      ]);
    });

    test.each(['/p/no-such-poll/first', '/p/no-such-poll'])('has a page for %s', async (path) => {
      const answer = await get(path);
      expect([answer.status, answer.headers['content-type']]).toEqual([
        404,
        'text/html; charset=utf-8',
      ]);
    });
  });
};
