import { describe, expect, test } from 'vitest';
import { operations } from '../openapi/the-document.ts';
import { cachingOf, headerFaults, isGateways } from './header-table.ts';

const NO_STORE = 'no-store';

/** Every call and status of the document, and who may keep the answer. */
const rows = operations.flatMap(({ operationId, tags, responses }) =>
  Object.keys(responses).map((status) => ({
    operationId,
    tag: String(tags[0]),
    status: Number(status),
    caching: cachingOf(operationId, Number(status), false),
  })),
);

/** By call, since most statuses are alike. */
const asText = (): string =>
  operations
    .map(({ route, operationId }) => {
      const own = rows.filter((row) => row.operationId === operationId);
      const byCaching = [...Map.groupBy(own, ({ caching }) => caching)];
      const cells = byCaching.map(
        ([caching, some]) => `${some.map(({ status }) => status).join(' ')}: ${caching}`,
      );
      return [route, ...cells].join('\n    ');
    })
    .join('\n');

describe('the table of headers', () => {
  test('lets nobody keep anything under responses, of administration, or a refusal', () => {
    console.log(asText());
    const kept = rows.filter(({ caching }) => caching !== NO_STORE);
    expect(kept.length).toBeGreaterThan(0);
    for (const { tag, status } of kept) {
      expect(['description', 'polls', 'reports']).toContain(tag);
      expect(status).toBeLessThan(400);
    }
  });

  test('lets shared caches keep reports only where anyone may read them', () => {
    for (const { operationId, tag, status } of rows.filter(({ tag }) => tag === 'reports')) {
      expect(cachingOf(operationId, status, false), tag).toMatch(/^(?:no-store|private, )/);
      expect(cachingOf(operationId, status, true), tag).toMatch(/^(?:no-store|public, )/);
    }
  });

  test('finds a header that is missing, differs, or must never be there', () => {
    const answer = {
      status: 200,
      headers: {
        'cache-control': 'public',
        'set-cookie': 'a=b',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000',
        'x-content-type-options': 'nosniff',
      },
      body: new Uint8Array(),
    };
    expect(headerFaults(answer, undefined, false)).toEqual([
      'set-cookie',
      expect.stringContaining('content-security-policy: undefined'),
      expect.stringContaining('cache-control: public'),
    ]);
  });

  const anAnswer = (status: number, type: string, body: string) => ({
    status,
    headers: { 'content-type': type },
    body: new TextEncoder().encode(body),
  });

  test.each([
    [401, '{"message":"Unauthorized"}'],
    [413, '{"message":"Request Entity Too Large"}'],
    [429, '{"message":"Too Many Requests"}'],
    [503, '{"message":"Service Unavailable"}'],
  ])('takes a %i with %s for the gateway’s own', (status, body) => {
    const answer = anAnswer(status, 'application/json', body);
    expect([isGateways(answer), headerFaults(answer, undefined, false)]).toEqual([true, []]);
  });

  test.each([
    ['a page', 404, 'text/html', '<!doctype html>'],
    ['a problem under another type', 409, 'application/json', '{"code":"closed"}'],
    ['a status that it never gives', 422, 'application/json', '{"message":"Unauthorized"}'],
    ['words that are not its own', 401, 'application/json', '{"message":"no such row"}'],
    ['more than a message', 500, 'application/json', '{"message":"Internal Server Error","at":1}'],
    ['nothing', 500, 'application/json', ''],
  ])('takes %s for no answer of the gateway', (_what, status, type, body) => {
    const answer = anAnswer(status, type, body);
    expect(isGateways(answer)).toBe(false);
    expect(headerFaults(answer, undefined, false)).toContain('content-type');
  });

  test.each(['getReport', 'getLatestReport'])(
    'finds a file of %s that a cache could hand to who cannot decode it',
    (operationId) => {
      const operation = operations.find((one) => one.operationId === operationId);
      const of = (status: number, headers = {}) =>
        headerFaults({ status, headers, body: new Uint8Array() }, operation, false);
      for (const status of [200, 302, 304]) {
        expect(of(status)).toContain('vary: undefined instead of accept-encoding');
        expect(of(status, { vary: 'accept-encoding' }).join()).not.toContain('vary');
      }
    },
  );

  test.each([429, 503])('finds a %i of ours that does not say when to come again', (status) => {
    const headers = { 'content-type': 'application/problem+json' };
    const of = (more: object) =>
      headerFaults(
        { status, headers: { ...headers, ...more }, body: new Uint8Array() },
        undefined,
        false,
      );
    expect(of({})).toContain('retry-after');
    expect(of({ 'retry-after': '0' })).toContain('retry-after');
    expect(of({ 'retry-after': '5' })).not.toContain('retry-after');
  });
});
