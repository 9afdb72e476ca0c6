import { beforeAll, describe, expect, test } from 'vitest';
import { type ApiRequest, jsonOf } from '../../local/api/call.ts';
import {
  deleteResponse,
  getResponse,
  type Holder,
  putResponse,
  responsePath,
} from '../../local/api/response-requests.ts';
import { aHolder, openPoll, putDraft } from './a-poll.ts';
import type { ApiWorld } from './api-world.ts';
import { expectProblem } from './expect-problem.ts';

const ANSWERS = { apples: 4, pears: 2 };

/** What a respondent can do with a response, and what is refused. */
export const describeResponses = (world: () => ApiWorld): void => {
  let poll: string;
  const send = (request: ApiRequest) => world().call(request);
  const submit = (holder: Holder, revision = 0, answers: unknown = ANSWERS) =>
    send(putResponse(holder, { revision, answers }));

  beforeAll(async () => {
    poll = await openPoll(world());
  });

  describe('a response', () => {
    test('is new once (201), and the same again is no other one (200)', async () => {
      const holder = aHolder(poll);
      const answers = [await submit(holder), await submit(holder), await submit(holder)];
      expect(answers.map(({ status }) => status)).toEqual([201, 200, 200]);
    });

    test('can be read by its holder, items left open included', async () => {
      const holder = aHolder(poll);
      await submit(holder);
      const answer = await send(getResponse(holder));
      expect(answer.status).toBe(200);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(jsonOf(answer)).toMatchObject({ revision: 0, answers: ANSWERS });
    });

    test('is changed by a higher revision', async () => {
      const holder = aHolder(poll);
      await submit(holder);
      expect((await submit(holder, 1, { rye: 5 })).status).toBe(200);
      expect(jsonOf(await send(getResponse(holder)))).toMatchObject({ revision: 1 });
    });

    test('stays of the channel through which it first came', async () => {
      const holder = aHolder(poll);
      await send(putResponse(holder, { revision: 0, channel: 'web', answers: ANSWERS }));
      await send(putResponse(holder, { revision: 1, channel: 'api', answers: { rye: 5 } }));
      expect(jsonOf(await send(getResponse(holder)))).toMatchObject({
        revision: 1,
        channel: 'web',
      });
    });

    test('is not overwritten by a late retry of an older revision', async () => {
      const holder = aHolder(poll);
      await submit(holder, 0);
      await submit(holder, 1, { rye: 5 });
      expectProblem(await submit(holder, 0), 409, 'superseded');
      expect(jsonOf(await send(getResponse(holder)))).toMatchObject({ answers: { rye: 5 } });
    });

    test('is not overwritten by the same revision with other answers', async () => {
      const holder = aHolder(poll);
      await submit(holder);
      expectProblem(await submit(holder, 0, { rye: 5 }), 409, 'superseded');
    });

    test('is gone once withdrawn, and no late retry brings it back', async () => {
      const holder = aHolder(poll);
      await submit(holder);
      const withdrawals = [await send(deleteResponse(holder)), await send(deleteResponse(holder))];
      expect(withdrawals.map(({ status }) => status)).toEqual([204, 204]);
      expectProblem(await submit(holder), 410, 'withdrawn');
      expectProblem(await submit(holder, 7), 410, 'withdrawn');
      expectProblem(await send(getResponse(holder)), 410, 'withdrawn');
    });

    test('can be withdrawn before it arrives', async () => {
      const holder = aHolder(poll);
      expect((await send(deleteResponse(holder))).status).toBe(204);
      expectProblem(await submit(holder), 410, 'withdrawn');
    });

    test('is one of eight that arrive at once', async () => {
      const holder = aHolder(poll);
      const answers = await Promise.all(Array.from({ length: 8 }, () => submit(holder)));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([
        ...Array.from({ length: 7 }, () => 200),
        201,
      ]);
    });
  });

  describe('what is refused', () => {
    const refusedBodies: readonly [what: string, pointer: string, body: unknown][] = [
      ['a level above the scale', '/answers/apples', { revision: 0, answers: { apples: 6 } }],
      ['a level of 0', '/answers/apples', { revision: 0, answers: { apples: 0 } }],
      ['half a level', '/answers/apples', { revision: 0, answers: { apples: 2.5 } }],
      ['a level as text', '/answers/apples', { revision: 0, answers: { apples: '4' } }],
      ['no item answered', '/answers', { revision: 0, answers: {} }],
      ['every item left open', '/answers', { revision: 0, answers: { apples: null } }],
      ['answers in a list', '/answers', { revision: 0, answers: [4] }],
      ['no revision', '/revision', { answers: ANSWERS }],
      ['a revision below 0', '/revision', { revision: -1, answers: ANSWERS }],
      ['a revision beyond the highest', '/revision', { revision: 1e12, answers: ANSWERS }],
      ['another channel', '/channel', { revision: 0, channel: 'paper', answers: ANSWERS }],
    ];

    test.each(refusedBodies)('%s, with its place %s', async (_what, pointer, body) => {
      const answer = await send(putResponse(aHolder(poll), body));
      expectProblem(answer, 422, 'invalid-request');
      expect(jsonOf(answer)).toMatchObject({
        errors: expect.arrayContaining([{ pointer, expected: expect.any(String) }]),
      });
    });

    const refusedTexts: readonly [what: string, status: number, body: string][] = [
      ['an item that the poll does not have', 422, '{"revision":0,"answers":{"plums":1}}'],
      ['__proto__ as an item', 422, '{"revision":0,"answers":{"__proto__":4}}'],
      ['__proto__ as a member', 422, '{"__proto__":{},"revision":0,"answers":{"rye":4}}'],
      ['constructor as an item', 422, '{"revision":0,"answers":{"constructor":4}}'],
      ['broken JSON', 422, '{"revision":0,'],
      ['an empty body', 422, ''],
      ['a list', 422, '[]'],
      ['null', 422, 'null'],
      ['deep nesting', 422, '['.repeat(8000)],
      ['more than 16 KB', 413, JSON.stringify({ revision: 0, answers: 'x'.repeat(17_000) })],
    ];

    test.each(refusedTexts)('%s (%i)', async (_what, status, body) => {
      const answer = await send({ ...putResponse(aHolder(poll), {}), body });
      expect(answer.status).toBe(status);
      expect(answer.headers['content-type']).toBe('application/problem+json');
    });

    test('bytes that are no UTF-8', async () => {
      const body = Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]);
      const answer = await send({ ...putResponse(aHolder(poll), {}), body });
      expect(answer.status).toBe(422);
    });

    test('another media type', async () => {
      const request = putResponse(aHolder(poll), { revision: 0, answers: ANSWERS });
      const headers = { ...request.headers, 'content-type': 'text/plain' };
      expectProblem(await send({ ...request, headers }), 415, 'unsupported-media-type');
    });

    test('an unknown poll, an unknown organization and an unknown response', async () => {
      const holder = aHolder(poll);
      const elsewhere = { ...holder, organization: 'nowhere' };
      expectProblem(await submit({ ...holder, poll: 'no-such' }), 404, 'unknown-poll');
      expectProblem(await submit(elsewhere), 404, 'unknown-organization');
      expectProblem(await send(getResponse(holder)), 404, 'unknown-response');
    });

    test("anyone without the receipt: none, a short one, another's", async () => {
      const holder = aHolder(poll);
      await submit(holder);
      const request = { method: 'GET', path: responsePath(holder) };
      const withReceipt = (receipt: string) => send({ ...request, headers: { receipt } });
      expectProblem(await send(request), 401, 'receipt-required');
      expectProblem(await withReceipt('short'), 401, 'receipt-required');
      expectProblem(await withReceipt(aHolder(poll).receipt), 403, 'receipt-mismatch');
    });

    test('a response to a poll that is not open yet', async () => {
      const draft = await putDraft(world());
      expectProblem(await submit(aHolder(draft)), 409, 'not-open-yet');
    });
  });
};
