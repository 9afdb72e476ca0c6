import { createHash, randomBytes } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type ApiAnswer, textOf } from '../../../local/api/call.ts';
import { putResponse, responseId } from '../../../local/api/response-requests.ts';
import { aRenderingWorld } from './rendering-world.ts';

const FORM = '/p/spring/harbor-lights';
const receiptOf = (): string => randomBytes(16).toString('base64url');

describe('the form over HTTP', () => {
  const { call, responses } = aRenderingWorld();
  const get = (path: string, headers: Record<string, string> = {}): Promise<ApiAnswer> =>
    call({ method: 'GET', path, headers });
  const post = (fields: Record<string, string> | string, path = FORM): Promise<ApiAnswer> =>
    call({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
  const keptOf = (receipt: string) =>
    responses.items.get(`spring#harbor-lights#${responseId(receipt)}`);

  describe('is shown', () => {
    test('whole, in one cacheable response that is the same for everyone', async () => {
      const [one, other] = [await get(FORM), await get(FORM)];
      expect(one.status).toBe(200);
      expect(one.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'public, max-age=15',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      expect(textOf(other)).toBe(textOf(one));
      expect(textOf(one)).not.toMatch(/<(?:link[^>]+stylesheet|script[^>]+src|img|iframe)/);
      expect(one.headers['set-cookie']).toBeUndefined();
    });

    test('with just its own style and scripts allowed, by hash', async () => {
      const answer = await get(FORM);
      const policy = answer.headers['content-security-policy'] ?? '';
      const inlined = [...textOf(answer).matchAll(/<(script|style)[^>]*>(.*?)<\/\1>/gs)];
      expect(inlined).toHaveLength(3);
      for (const [, kind, text = ''] of inlined) {
        const hash = createHash('sha256').update(text).digest('base64');
        const directive = policy.split('; ').find((each) => each.startsWith(`${kind}-src`));
        expect(directive).toContain(`'sha256-${hash}'`);
      }
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
    });

    test.each([
      ['en', 'until February 28, 2099 at 11:00 PM CST.'],
      ['es', 'hasta el 28 de febrero de 2099 a las 11:00 p.m. CST.'],
    ])(
      'with the close on the clock of the time zone that the stage names (%s)',
      async (lang, close) => {
        const shown = textOf(await get(`${FORM}?lang=${lang}`)).replaceAll(/\s/g, ' ');
        expect(shown).toContain(close);
      },
    );

    test.each([
      ['?lang=es', {}, 'es'],
      ['', { 'accept-language': 'es-MX,es;q=0.9' }, 'es'],
      ['', {}, 'en'],
    ])('in a language (%s, %j)', async (query, headers, language) => {
      const answer = await get(FORM + query, headers);
      expect(textOf(answer)).toContain(`<html lang=${language}>`);
      expect(answer.headers.vary).toContain('accept-language');
    });

    test('compressed as the client accepts it', async () => {
      const plain = textOf(await get(FORM));
      const gzip = await get(FORM, { 'accept-encoding': 'gzip, deflate' });
      const brotli = await get(FORM, { 'accept-encoding': 'gzip, deflate, br' });
      expect(gunzipSync(gzip.body).toString()).toBe(plain);
      expect(brotliDecompressSync(brotli.body).toString()).toBe(plain);
      expect([gzip.headers['content-encoding'], brotli.headers['content-encoding']]).toEqual([
        'gzip',
        'br',
      ]);
      const none = await get(FORM, { 'accept-encoding': 'br;q=0, identity' });
      expect(none.headers['content-encoding']).toBeUndefined();
    });

    test('not again to who has it (304)', async () => {
      const { headers } = await get(FORM);
      const again = await get(FORM, { 'if-none-match': headers.etag ?? '' });
      expect([again.status, textOf(again)]).toEqual([304, '']);
    });

    test.each([
      ['/p/draft/harbor-lights', 200, 'This poll is not open yet'],
      ['/p/past/harbor-lights', 200, 'This poll has closed'],
      ['/p/nothing/harbor-lights', 404, 'There is no poll at this address'],
      ['/p/spring/nobody', 404, 'There is no poll at this address'],
      ['/p/spring/NO%20SLUG', 404, 'There is no poll at this address'],
      ['/p/spring', 404, 'There is no poll at this address'],
    ])('or what there is to say instead: %s', async (path, status, title) => {
      const answer = await get(path);
      expect(answer.status).toBe(status);
      expect(textOf(answer)).toContain(`<h1>${title}</h1>`);
      expect(textOf(answer)).not.toContain('<script');
    });

    test.each(['worker', 'qr', 'aloud'])('with the script %s beside it', async (name) => {
      const { status, headers } = await get(`/p/${name}.js`);
      expect([status, headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    });
  });

  describe('takes a native post', () => {
    test('and makes the receipt itself, shown once, never to be stored on the way', async () => {
      const answer = await post({ q1: '5', q20: '1' });
      expect(answer.status).toBe(201);
      expect(answer.headers['cache-control']).toBe('no-store');
      const receipt = /#([\w-]{22})"/.exec(textOf(answer))?.[1] ?? '';
      expect(keptOf(receipt)).toMatchObject({
        ...{ answers: `5${'-'.repeat(18)}1`, revision: 0, channel: 'web' },
      });
    });

    test('once, however often it comes', async () => {
      const receipt = receiptOf();
      const fields = { q1: '4', _receipt: receipt, _revision: '0' };
      const answers = [await post(fields), await post(fields), await post(fields)];
      expect(answers.map(({ status }) => status)).toEqual([201, 200, 200]);
    });

    test('by revision: a higher one changes, a lower one or other answers are refused', async () => {
      const receipt = receiptOf();
      const put = (q1: string, revision: string) =>
        post({ q1, _receipt: receipt, _revision: revision });
      const statuses = [
        (await put('1', '3')).status,
        (await put('2', '2')).status,
        (await put('2', '3')).status,
        (await put('2', '4')).status,
      ];
      expect(statuses).toEqual([201, 409, 409, 200]);
      expect(keptOf(receipt)).toMatchObject({ revision: 4, answers: `2${'-'.repeat(19)}` });
    });

    test('under the same key as the API, whose newer answers it does not overwrite', async () => {
      const receipt = receiptOf();
      const holder = { poll: 'spring', organization: 'harbor-lights', receipt };
      const answers = { 'peer-mentor-training': 5 };
      await call(putResponse(holder, { revision: 7, answers }));
      expect((await post({ q1: '1', _receipt: receipt, _revision: '6' })).status).toBe(409);
      expect(keptOf(receipt)).toMatchObject({ revision: 7 });
    });

    test('that withdraws, after which nothing comes back (410)', async () => {
      const receipt = receiptOf();
      await post({ q1: '4', _receipt: receipt });
      const asked = await post({ _do: 'ask-withdraw', _receipt: receipt });
      expect([asked.status, keptOf(receipt)]).toEqual([
        200,
        expect.not.objectContaining({ withdrawn: true }),
      ]);
      expect((await post({ _do: 'withdraw', _receipt: receipt })).status).toBe(200);
      const again = { _do: 'withdraw', _receipt: receipt, _revision: 'no number' };
      expect((await post(again)).status).toBe(200);
      expect((await post({ q1: '4', _receipt: receipt, _revision: '9' })).status).toBe(410);
      expect(keptOf(receipt)).toMatchObject({ withdrawn: true });
    });

    test('with a whole private link in the place of the receipt', async () => {
      const receipt = receiptOf();
      await post({ q1: '4', _receipt: receipt });
      const link = ` https://poll.test${FORM}?lang=en#${receipt} `;
      expect((await post({ _do: 'withdraw', _receipt: link })).status).toBe(200);
      expect(keptOf(receipt)).toMatchObject({ withdrawn: true });
    });

    test.each(['/p/autumn/harbor-lights', '/p/spring/safe-haven', '/p/spring/harbor-lights-2'])(
      'but not with a link of another form (%s): it leads there, without the receipt',
      async (path) => {
        const receipt = receiptOf();
        const before = responses.items.size;
        for (const action of ['ask-withdraw', 'withdraw']) {
          const link = `https://poll.test${path}?lang=es#${receipt}`;
          const answer = await post({ _do: action, _receipt: link });
          expect(answer.status).toBe(422);
          expect(textOf(answer)).toContain('<h1>This link is for another form</h1>');
          expect(textOf(answer)).toContain(`href="${path}?lang=en"`);
          expect(textOf(answer)).not.toContain(receipt);
        }
        expect(responses.items.size).toBe(before);
      },
    );

    test('that withdraws what never arrived (404), and keeps it out from then on', async () => {
      const receipt = receiptOf();
      const answer = await post({ _do: 'withdraw', _receipt: receipt });
      expect(answer.status).toBe(404);
      expect(textOf(answer)).toContain('<h1>No answers for this link</h1>');
      expect((await post({ q1: '4', _receipt: receipt })).status).toBe(410);
    });

    test('that checks, and stores nothing', async () => {
      const before = responses.items.size;
      const answer = await post({ _do: 'check', q1: '5' });
      expect(textOf(answer)).toContain('Check your answers');
      expect(textOf(answer)).toMatch(/name=_receipt value="[\w-]{22}"/);
      expect(responses.items.size).toBe(before);
    });
  });

  describe('refuses', () => {
    test.each([
      ['nothing answered', {}, 422],
      ['a level beyond the scale', { q1: '6' }, 422],
      ['a level that is no number', { q1: 'very' }, 422],
      ['an item that the poll does not have', { q21: '1' }, 422],
      ['an item answered twice', 'q1=1&q1=5', 422],
      ['a revision below 0', { q1: '1', _revision: '-1' }, 422],
      ['a revision that is none', { q1: '1', _revision: 'x' }, 422],
      ['a revision that is not counted in digits', { q1: '1', _revision: '0x10' }, 422],
      ['a revision in powers of ten', { q1: '1', _revision: '1e3' }, 422],
      ['a revision between spaces', { q1: '1', _revision: ' 5 ' }, 422],
      ['an empty revision', { q1: '1', _revision: '' }, 422],
      ['a step that there is not', { q1: '1', _do: 'constructor' }, 422],
      ['a withdrawal without a receipt', { _do: 'withdraw', _receipt: 'short' }, 422],
    ])('%s, and stores nothing', async (_what, fields, status) => {
      const before = responses.items.size;
      const answer = await post(fields);
      expect([answer.status, answer.headers['cache-control']]).toEqual([status, 'no-store']);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(responses.items.size).toBe(before);
    });

    test.each([
      ['/p/draft/harbor-lights', 409],
      ['/p/past/harbor-lights', 409],
      ['/p/nothing/harbor-lights', 404],
      ['/p/spring/nobody', 404],
    ])('answers and withdrawals at %s (%i)', async (path, status) => {
      const before = responses.items.size;
      expect((await post({ q1: '1' }, path)).status).toBe(status);
      expect((await post({ _do: 'withdraw', _receipt: receiptOf() }, path)).status).toBe(status);
      expect(responses.items.size).toBe(before);
    });

    test('another media type (415), too much (413), what is not UTF-8 (422), each with a page', async () => {
      const send = (body: string | Uint8Array<ArrayBuffer>, type: string) =>
        call({ method: 'POST', path: FORM, headers: { 'content-type': type }, body });
      const form = 'application/x-www-form-urlencoded';
      const answers = [
        await send('{}', 'application/json'),
        await send(`q1=${'1'.repeat(17_000)}`, form),
        await send(Uint8Array.from([0xff, 0xfe]), form),
      ];
      expect(answers.map(({ status }) => status)).toEqual([415, 413, 422]);
      for (const answer of answers) expect(textOf(answer)).toMatch(/^<!doctype html>.*<h1>/);
    });

    test('a new response while the organization is slowed, and has it sent again (429)', async () => {
      const slowUntil = new Date(Date.now() + 90_000).toISOString();
      const slow = aRenderingWorld({ deps: { slowUntilOf: async () => slowUntil } });
      const answer = await slow.call({
        method: 'POST',
        path: FORM,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'q1=5',
      });
      expect(answer.status).toBe(429);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(80);
      expect(answer.headers['cache-control']).toBe('no-store');
      const page = textOf(answer);
      expect(page).toContain('Yours are not sent yet');
      expect(page).toMatch(/name="?_receipt"? value="?[\w-]{22}"?/);
      expect(slow.responses.items.size).toBe(0);
    });

    test('taking back what never arrived, meanwhile, and keeps nothing of it (429)', async () => {
      let slowUntil = new Date(Date.now() + 90_000).toISOString();
      const slow = aRenderingWorld({ deps: { slowUntilOf: async () => slowUntil } });
      const [receipt, kept] = [receiptOf(), receiptOf()];
      const send = (fields: Record<string, string>) =>
        slow.call({
          method: 'POST',
          path: FORM,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(fields).toString(),
        });
      const answer = await send({ _do: 'withdraw', _receipt: receipt });
      expect([answer.status, answer.headers['cache-control']]).toEqual([429, 'no-store']);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(80);
      expect(textOf(answer)).toContain('<h1>No answers for this link</h1>');
      expect(slow.responses.items.size).toBe(0);
      const until = slowUntil;
      slowUntil = '2026-01-01T00:00:00.000Z';
      await send({ q1: '5', _receipt: kept });
      slowUntil = until;
      expect((await send({ _do: 'withdraw', _receipt: kept })).status).toBe(200);
    });

    test('an invitation code that is missing or mistyped, where the poll wants one', async () => {
      const path = '/p/invited/harbor-lights';
      expect(textOf(await post({ q1: '1' }, path))).toContain('Enter your invitation code');
      const mistyped = await post({ q1: '1', _invitation: '0000000001' }, path);
      expect(textOf(mistyped)).toContain('value="0000000001"');
      expect((await post({ q1: '1', _invitation: '00000-00000' }, path)).status).toBe(201);
    });
  });

  test('repeats nothing of a post as markup', async () => {
    const evil = '"><script>alert(1)</script>';
    for (const _do of ['check', 'edit', 'send']) {
      const answer = await post(
        { _do, _invitation: evil, _receipt: evil, q1: evil },
        '/p/invited/harbor-lights',
      );
      expect(textOf(answer)).not.toContain('<script>alert');
    }
  });

  describe('says on every status to come by TLS alone, and to keep no page but the form', () => {
    const receipt = receiptOf();
    const failing = (name: string) => () =>
      aRenderingWorld({
        deps: {
          findPoll: async () => {
            throw Object.assign(new Error(name), { name });
          },
        },
      }).call({ method: 'GET', path: FORM });
    const slowed = () =>
      aRenderingWorld({
        deps: { slowUntilOf: async () => new Date(Date.now() + 90_000).toISOString() },
      }).call({
        method: 'POST',
        path: FORM,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'q1=5',
      });
    const again = async () => get(FORM, { 'if-none-match': (await get(FORM)).headers.etag ?? '' });
    const withdrawn = async () => {
      await post({ _do: 'withdraw', _receipt: receipt });
      return post({ q1: '4', _receipt: receipt });
    };

    test.each<[number, string, () => Promise<ApiAnswer>]>([
      [200, 'public, max-age=15', () => get(FORM)],
      [304, 'public, max-age=15', again],
      [200, 'no-store', () => post({ _do: 'check', q1: '5' })],
      [201, 'no-store', () => post({ q1: '5' })],
      [404, 'no-store', () => get('/p/nothing/harbor-lights')],
      [409, 'no-store', () => post({ q1: '1' }, '/p/past/harbor-lights')],
      [410, 'no-store', withdrawn],
      [413, 'no-store', () => post(`q1=${'1'.repeat(17_000)}`)],
      [415, 'no-store', () => call({ method: 'POST', path: FORM, headers: {}, body: '{}' })],
      [422, 'no-store', () => post({})],
      [429, 'no-store', slowed],
      [500, 'no-store', failing('TypeError')],
      [503, 'no-store', failing('ThrottlingException')],
    ])('%i: %s', async (status, caching, ask) => {
      const answer = await ask();
      expect([answer.status, answer.headers['cache-control']]).toEqual([status, caching]);
      expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
    });
  });

  test('says that it is away, and no more, when something fails', async () => {
    const failing = aRenderingWorld({
      deps: {
        findPoll: async () => {
          throw Object.assign(new Error('secret'), { name: 'ThrottlingException' });
        },
      },
    });
    const answer = await failing.call({
      method: 'GET',
      path: FORM,
      headers: { 'accept-language': 'es' },
    });
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(textOf(answer)).toContain('No se puede llegar al servicio');
    expect(textOf(answer)).not.toContain('secret');
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});
