import { ResourceNotFoundException, ThrottlingException } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import type { HttpEvent } from '../../../functions/middleware/http-event.ts';
import { type HttpReply, jsonReply } from '../../../functions/middleware/http-reply.ts';
import { httpStack } from '../../../functions/middleware/http-stack.ts';
import { ProblemError } from '../../../functions/middleware/problem-error.ts';
import { KeysUnavailableError } from '../../../functions/serve-reports/published-keys.ts';
import { anEvent } from '../an-event.ts';
import { aContext } from '../gateway.ts';
import { silentLog } from '../silent-log.ts';

type Entry = { readonly code: string; readonly attributes: unknown };

const aStack = (handler: (event: HttpEvent) => Promise<HttpReply>) => {
  const entries: Entry[] = [];
  const write = (code: string, attributes?: unknown) => entries.push({ code, attributes });
  const log = { ...silentLog(), info: write, error: write };
  const invoke = httpStack(handler, { log });
  return { entries, invoke: (event: HttpEvent) => invoke(event, aContext()) };
};

describe('the middleware of HTTP functions', () => {
  test('hands headers over in lower case', async () => {
    const { invoke } = aStack(async ({ headers }) => jsonReply(200, headers));
    const reply = await invoke(anEvent({ headers: { Receipt: 'r', 'Content-TYPE': 't' } }));
    expect(JSON.parse(String(reply.body))).toEqual({ receipt: 'r', 'content-type': 't' });
  });

  test('adds its headers to every answer that has none of that name', async () => {
    const own = aStack(async () => jsonReply(200, {}, { 'cache-control': 'public' }));
    const none = aStack(async () => ({ statusCode: 204 }));
    const refused = aStack(async () => {
      throw new ProblemError('closed');
    });
    const [first, second, third] = [
      await own.invoke(anEvent()),
      await none.invoke(anEvent()),
      await refused.invoke(anEvent()),
    ].map(({ headers }) => headers);
    expect(first).toMatchObject({ 'cache-control': 'public', 'x-content-type-options': 'nosniff' });
    expect(second).toMatchObject({ 'cache-control': 'no-store' });
    expect(third).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'application/problem+json',
    });
  });

  test('says what a function says instead of the usual, and the usual beside it', async () => {
    const own = { 'cache-control': 'private', 'x-robots-tag': 'noindex' };
    const options = { log: silentLog(), headers: own };
    const { headers } = await httpStack(async () => ({ statusCode: 204 }), options)(
      anEvent(),
      aContext(),
    );
    expect(headers).toMatchObject({ ...own, 'referrer-policy': 'no-referrer' });
  });

  test('says on every answer, failures too, what a browser may make of it', async () => {
    const outcomes = [
      async () => jsonReply(200, {}),
      async () => ({ statusCode: 304 }),
      () => Promise.reject(new ProblemError('closed')),
      () => Promise.reject(new Error('a failure')),
      () => Promise.reject(Object.assign(new Error('busy'), { name: 'ThrottlingException' })),
    ];
    for (const outcome of outcomes) {
      const { headers } = await aStack(outcome).invoke(anEvent());
      expect(headers).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
    }
  });

  test('refuses a body over the limit before the handler sees it', async () => {
    const { invoke } = aStack(async () => {
      throw new Error('seen');
    });
    const text = 'x'.repeat(16 * 1024 + 1);
    const asBase64 = { body: Buffer.from(text).toString('base64'), isBase64Encoded: true };
    for (const body of [{ body: text }, asBase64, { body: 'é'.repeat(8 * 1024 + 1) }]) {
      const reply = await invoke(anEvent(body));
      expect(reply.statusCode).toBe(413);
      expect(JSON.parse(String(reply.body)).detail).toContain('16 KB');
    }
  });

  test('counts the bytes of a base64 body, not its letters', async () => {
    const { invoke } = aStack(async () => ({ statusCode: 204 }));
    const body = Buffer.alloc(16 * 1024, 'x').toString('base64');
    expect((await invoke(anEvent({ body, isBase64Encoded: true }))).statusCode).toBe(204);
  });

  test('logs one entry a request: its route and status', async () => {
    const { invoke, entries } = aStack(async () => {
      throw new ProblemError('closed');
    });
    await invoke(anEvent({ pathParameters: { poll: 'spring' } }));
    expect(entries).toEqual([
      { code: 'request.answered', attributes: { route: 'GET /v1/polls/{poll}', status: 409 } },
    ]);
  });

  test('logs what failed, and answers nothing of it', async () => {
    const failure = new RangeError('secret');
    const { invoke, entries } = aStack(async () => {
      throw failure;
    });
    const reply = await invoke(anEvent());
    expect(reply.statusCode).toBe(500);
    expect(reply.body).not.toContain('secret');
    expect(entries[0]).toEqual({ code: 'request.failed', attributes: { error: failure } });
  });

  test.each([
    [503, '5', new ThrottlingException({ message: 'busy', $metadata: {} })],
    [503, '5', new KeysUnavailableError('down')],
    [500, undefined, new ResourceNotFoundException({ message: 'gone', $metadata: {} })],
  ])(
    'answers %i, and to come again after %s seconds, where it meets %s',
    async (status, after, error) => {
      const { statusCode, headers } = await aStack(() => Promise.reject(error)).invoke(anEvent());
      expect([statusCode, headers?.['retry-after']]).toEqual([status, after]);
    },
  );

  test('something that is thrown and no error is a 500, too', async () => {
    const { invoke } = aStack(() => Promise.reject('a text'));
    expect((await invoke(anEvent())).statusCode).toBe(500);
  });

  test('lets a slow handler go on until Lambda ends it', async () => {
    const late = new Promise<HttpReply>((resolve) => {
      setTimeout(() => resolve({ statusCode: 204 }), 30);
    });
    const invoke = httpStack(() => late, { log: silentLog() });
    const context = { ...aContext(), getRemainingTimeInMillis: () => 10 };
    expect((await invoke(anEvent(), context)).statusCode).toBe(204);
  });
});
