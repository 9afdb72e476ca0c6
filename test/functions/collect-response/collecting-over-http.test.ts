import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type ApiAnswer, type ApiRequest, jsonOf } from '../../../local/api/call.ts';
import {
  deleteResponse,
  getResponse,
  type Holder,
  putResponse,
  responsePath,
} from '../../../local/api/response-requests.ts';
import type { Fault, Problem } from '../../../schemas/problem.ts';
import { AFTER_CLOSE, WHILE_OPEN } from '../../core/polls/a-poll.ts';
import { aCollectingWorld, ITEMS } from './collecting-world.ts';

const problemOf = (answer: ApiAnswer): Problem => {
  expect(answer.headers['content-type']).toContain('application/problem+json');
  return jsonOf(answer) as Problem;
};

const pointersOf = (answer: ApiAnswer): readonly string[] =>
  (problemOf(answer).errors ?? []).map(({ pointer }: Fault) => pointer);

describe('collecting over HTTP', () => {
  const world = {
    call: aCollectingWorld().call,
    items: ITEMS,
    organization: 'harbor',
    open: 'spring',
    draft: 'draft',
    closed: 'past',
  };

  const aHolder = (overrides: Partial<Holder> = {}): Holder => ({
    poll: world.open,
    organization: world.organization,
    receipt: randomBytes(16).toString('base64url'),
    ...overrides,
  });

  const answers = (...levels: readonly (number | null)[]): Record<string, number | null> =>
    Object.fromEntries(levels.map((level, index) => [String(world.items[index]), level]));

  const send = (request: ApiRequest): Promise<ApiAnswer> => world.call(request);
  const submit = (holder: Holder, body: unknown): Promise<ApiAnswer> =>
    send(putResponse(holder, body));

  const put = (body: ApiRequest['body'], headers: Record<string, string> = {}) => {
    const holder = aHolder();
    return send({
      method: 'PUT',
      path: responsePath(holder),
      headers: { receipt: holder.receipt, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body }),
    });
  };

  describe('submitting', () => {
    test('a first submission is 201, the same again 200, and both say the revision', async () => {
      const holder = aHolder();
      const body = { revision: 0, answers: answers(5, null, 1) };
      const first = await submit(holder, body);
      const again = await submit(holder, body);
      expect([first.status, jsonOf(first)]).toEqual([201, { kind: 'created', revision: 0 }]);
      expect([again.status, jsonOf(again)]).toEqual([200, { kind: 'unchanged', revision: 0 }]);
    });

    test('a higher revision changes the response', async () => {
      const holder = aHolder();
      await submit(holder, { revision: 0, answers: answers(5) });
      const changed = await submit(holder, { revision: 7, answers: answers(null, 2) });
      expect([changed.status, jsonOf(changed)]).toEqual([200, { kind: 'changed', revision: 7 }]);
      expect(jsonOf(await send(getResponse(holder)))).toMatchObject({
        revision: 7,
        answers: { [String(world.items[1])]: 2 },
      });
    });

    test('a lower revision, or the same with other answers, is superseded', async () => {
      const holder = aHolder();
      await submit(holder, { revision: 3, answers: answers(5) });
      for (const late of [
        { revision: 2, answers: answers(1) },
        { revision: 3, answers: answers(1) },
      ]) {
        const answer = await submit(holder, late);
        expect([answer.status, problemOf(answer).code]).toEqual([409, 'superseded']);
      }
      expect(jsonOf(await send(getResponse(holder)))).toMatchObject({ revision: 3 });
    });

    test('the same receipt in another organization or poll is another response', async () => {
      const holder = aHolder();
      await submit(holder, { revision: 0, answers: answers(5) });
      const elsewhere = await send(getResponse({ ...holder, poll: world.closed }));
      expect([elsewhere.status, problemOf(elsewhere).code]).toEqual([404, 'unknown-response']);
    });

    test('before the poll is open it is refused, after its close with the dates', async () => {
      const body = { revision: 0, answers: answers(5) };
      const early = await submit(aHolder({ poll: world.draft }), body);
      const late = await submit(aHolder({ poll: world.closed }), body);
      expect([early.status, problemOf(early).code]).toEqual([409, 'not-open-yet']);
      expect([late.status, problemOf(late).code]).toEqual([409, 'closed']);
      expect(problemOf(late)).toMatchObject({
        opensAt: expect.stringMatching(/^\d{4}-/),
        closesAt: expect.stringMatching(/^\d{4}-/),
      });
    });

    test('an unknown poll and an unknown organization are 404', async () => {
      const body = { revision: 0, answers: answers(5) };
      const noPoll = await submit(aHolder({ poll: 'no-such-poll' }), body);
      const noOrganization = await submit(aHolder({ organization: 'no-such-one' }), body);
      const noSlug = await submit(aHolder({ organization: 'No%20Slug' }), body);
      expect([noPoll.status, problemOf(noPoll).code]).toEqual([404, 'unknown-poll']);
      for (const answer of [noOrganization, noSlug]) {
        expect([answer.status, problemOf(answer).code]).toEqual([404, 'unknown-organization']);
      }
    });
  });

  describe('the receipt', () => {
    const withReceipt = async (receipt: string | undefined, method: string) => {
      const holder = aHolder();
      return send({
        method,
        path: responsePath(holder),
        headers: {
          'content-type': 'application/json',
          ...(receipt !== undefined && { receipt }),
        },
        ...(method === 'PUT' && { body: '{}' }),
      });
    };

    test('is needed for every call, and must be long enough to be a secret', async () => {
      for (const method of ['PUT', 'GET', 'DELETE']) {
        for (const receipt of [undefined, 'short', 'with spaces and more than 22']) {
          const answer = await withReceipt(receipt, method);
          expect([answer.status, problemOf(answer).code]).toEqual([401, 'receipt-required']);
        }
      }
    });

    test('must be the one that the address belongs to', async () => {
      for (const method of ['PUT', 'GET', 'DELETE']) {
        const answer = await withReceipt(randomBytes(16).toString('base64url'), method);
        expect([answer.status, problemOf(answer).code]).toEqual([403, 'receipt-mismatch']);
      }
    });
  });

  describe('reading', () => {
    test('gives back what was sent, without the items left open', async () => {
      const holder = aHolder();
      await submit(holder, { revision: 4, channel: 'web', answers: answers(5, null, 1) });
      const answer = await send(getResponse(holder));
      expect([answer.status, jsonOf(answer)]).toEqual([
        200,
        {
          revision: 4,
          channel: 'web',
          day: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
          answers: { [String(world.items[0])]: 5, [String(world.items[2])]: 1 },
        },
      ]);
    });

    test('the channel is api unless the client says otherwise', async () => {
      const holder = aHolder();
      await submit(holder, { revision: 0, answers: answers(5) });
      expect(jsonOf(await send(getResponse(holder)))).toMatchObject({ channel: 'api' });
    });

    test('what nobody sent is 404', async () => {
      const answer = await send(getResponse(aHolder()));
      expect([answer.status, problemOf(answer).code]).toEqual([404, 'unknown-response']);
    });
  });

  describe('withdrawing', () => {
    test('is 204, and again 204; afterwards the response is gone for good', async () => {
      const holder = aHolder();
      await submit(holder, { revision: 0, answers: answers(5) });
      expect((await send(deleteResponse(holder))).status).toBe(204);
      expect((await send(deleteResponse(holder))).status).toBe(204);
      const read = await send(getResponse(holder));
      const late = await submit(holder, { revision: 9, answers: answers(1) });
      for (const answer of [read, late]) {
        expect([answer.status, problemOf(answer).code]).toEqual([410, 'withdrawn']);
      }
    });

    test('of an unknown response keeps its first submission out', async () => {
      const holder = aHolder();
      expect((await send(deleteResponse(holder))).status).toBe(204);
      expect((await submit(holder, { revision: 0, answers: answers(5) })).status).toBe(410);
    });

    test('again after the close is 204 still; anything else is refused then', async () => {
      const clock = { now: WHILE_OPEN };
      const { call, responses } = aCollectingWorld({ deps: { now: () => clock.now } });
      const [withdrawn, kept] = [aHolder(), aHolder()];
      await call(putResponse(withdrawn, { revision: 0, answers: answers(1) }));
      await call(putResponse(kept, { revision: 0, answers: answers(2) }));
      await call(deleteResponse(withdrawn));
      clock.now = AFTER_CLOSE;
      const before = new Map(responses.items);
      expect((await call(deleteResponse(withdrawn))).status).toBe(204);
      for (const holder of [kept, aHolder()]) {
        expect(problemOf(await call(deleteResponse(holder))).code).toBe('closed');
      }
      expect(responses.items).toEqual(before);
    });

    test('is refused while the poll is not open', async () => {
      const early = await send(deleteResponse(aHolder({ poll: world.draft })));
      const late = await send(deleteResponse(aHolder({ poll: world.closed })));
      expect([problemOf(early).code, problemOf(late).code]).toEqual(['not-open-yet', 'closed']);
    });
  });

  describe('bad input is told with its place', () => {
    test('a body that is no JSON object', async () => {
      for (const body of ['', '{"revision":0,', 'null', '[]', '"text"', '7', '[['.repeat(4000)]) {
        const answer = await put(body);
        expect([answer.status, pointersOf(answer)]).toEqual([422, ['']]);
      }
    });

    test('a body that is not UTF-8', async () => {
      const answer = await put(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]));
      expect([answer.status, pointersOf(answer)]).toEqual([422, ['']]);
    });

    test('another media type is 415, and so is another character set', async () => {
      const body = JSON.stringify({ revision: 0, answers: answers(5) });
      for (const type of ['text/plain', 'application/xml', 'application/json; charset=latin1']) {
        const answer = await put(body, { 'content-type': type });
        expect([answer.status, problemOf(answer).code]).toEqual([415, 'unsupported-media-type']);
      }
      expect((await put(body, { 'content-type': 'Application/JSON; charset=UTF-8' })).status).toBe(
        201,
      );
    });

    test('16 KB is taken, one byte more is 413', async () => {
      const body = JSON.stringify({ revision: 0, answers: answers(5) });
      const fill = (bytes: number) => body + ' '.repeat(bytes - body.length);
      expect((await put(fill(16 * 1024))).status).toBe(201);
      const answer = await put(fill(16 * 1024 + 1));
      expect([answer.status, problemOf(answer).code]).toEqual([413, 'body-too-large']);
    });

    test('each fault has an entry of its own', async () => {
      const [first = '', second = ''] = world.items;
      const answer = await submit(aHolder(), {
        revision: 1.5,
        channel: 'paper',
        extra: true,
        answers: { [first]: 0, [second]: '4', 'no-such-item': 3 },
      });
      expect([answer.status, pointersOf(answer)]).toEqual([
        422,
        [
          '/extra',
          '/revision',
          '/channel',
          '/answers/no-such-item',
          `/answers/${first}`,
          `/answers/${second}`,
        ],
      ]);
      for (const { expected } of problemOf(answer).errors ?? []) expect(expected).not.toBe('');
    });

    test('levels beyond the scale, and everything that is no whole number', async () => {
      const [item = ''] = world.items;
      const wrong = ['0', '6', '-1', '2.5', '1e400', '1e-9', '"4"', 'true', '[4]', '{"a":1}', '""'];
      for (const level of wrong) {
        const answer = await put(`{"revision":0,"answers":{"${item}":${level}}}`);
        expect([level, answer.status, pointersOf(answer)]).toEqual([
          level,
          422,
          [`/answers/${item}`],
        ]);
      }
    });

    test('revisions that are no whole number from 0 to a milliard', async () => {
      const [item = ''] = world.items;
      const wrong = ['-1', '0.5', '1e9999', '1000000001', '"1"', 'null', 'true', '[]', '{}'];
      for (const revision of wrong) {
        const answer = await put(`{"revision":${revision},"answers":{"${item}":4}}`);
        expect([revision, answer.status, pointersOf(answer)]).toEqual([
          revision,
          422,
          ['/revision'],
        ]);
      }
    });

    test('a response without any answer', async () => {
      for (const none of [answers(), answers(null, null, null)]) {
        const answer = await submit(aHolder(), { revision: 0, answers: none });
        expect([answer.status, pointersOf(answer)]).toEqual([422, ['/answers']]);
      }
    });

    test('a name that stands twice, however it is written', async () => {
      const [item = ''] = world.items;
      const escaped = `\\u${item.charCodeAt(0).toString(16).padStart(4, '0')}${item.slice(1)}`;
      for (const [body, pointer] of [
        [`{"revision":0,"answers":{"${item}":1,"${item}":5}}`, `/answers/${item}`],
        [`{"revision":0,"answers":{"${item}":1,"${escaped}":5}}`, `/answers/${item}`],
        [`{"revision":0,"revision":1,"answers":{"${item}":1}}`, '/revision'],
      ] as const) {
        const answer = await put(body);
        expect([answer.status, pointersOf(answer)]).toEqual([422, [pointer]]);
      }
    });

    test('names such as __proto__ are refused, wherever they stand', async () => {
      const [item = ''] = world.items;
      for (const body of [
        `{"revision":0,"answers":{"__proto__":5,"${item}":4}}`,
        `{"revision":0,"answers":{"${item}":4},"__proto__":{"revision":1}}`,
        `{"revision":0,"answers":{"constructor":4,"${item}":4}}`,
        `{"revision":0,"answers":{"toString":4}}`,
      ]) {
        expect((await put(body)).status).toBe(422);
      }
    });

    test('only names that look like an id are repeated', async () => {
      const answer = await put('{"revision":0,"answers":{"<script>":1,"my name is Joe":2}}');
      expect([answer.status, pointersOf(answer)]).toEqual([422, ['/answers', '/answers']]);
      expect(JSON.stringify(jsonOf(answer))).not.toMatch(/script|Joe/);
    });
  });

  test('no answer of any kind may be stored on the way', async () => {
    const holder = aHolder();
    const all = [
      await submit(holder, { revision: 0, answers: answers(5) }),
      await submit(holder, { revision: 0, answers: answers(1) }),
      await submit(holder, {}),
      await send(getResponse(holder)),
      await send(deleteResponse(holder)),
      await send(getResponse(holder)),
    ];
    expect(all.map(({ status }) => status)).toEqual([201, 409, 422, 200, 204, 410]);
    for (const { headers } of all) expect(headers['cache-control']).toBe('no-store');
  });
});
