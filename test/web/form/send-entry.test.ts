import { afterEach, describe, expect, test, vi } from 'vitest';
import { flush, type Store } from '../../../web/form/sending/flush.ts';
import { type Entry, sendEntry } from '../../../web/form/sending/send-entry.ts';

const anEntry = (more: Partial<Entry> = {}): Entry => ({
  method: 'PUT',
  url: 'https://poll.test/v1/x',
  receipt: 'r'.repeat(22),
  body: '{"revision":3,"answers":{"a":1}}',
  ...more,
});

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers });

const answering = (answer: () => Response) => {
  const fetched = vi.fn(async () => answer());
  vi.stubGlobal('fetch', fetched);
  return fetched;
};

afterEach(() => vi.unstubAllGlobals());

describe('sendEntry(entry)', () => {
  test.each([
    ['the service has taken it', () => json(201, { revision: 3 }), { kind: 'sent' }],
    ['the service had it already', () => json(200, { revision: 3 }), { kind: 'sent' }],
    ['it is another revision', () => json(200, { revision: 2 }), { kind: 'offline' }],
    [
      'a sign-in page says all is well',
      () => new Response('<p>Hi', { status: 200 }),
      { kind: 'offline' },
    ],
    [
      'a sign-in page is not found',
      () => new Response('<p>Hi', { status: 404 }),
      { kind: 'offline' },
    ],
    ['it was refused', () => json(409, { code: 'closed' }), { kind: 'refused', code: 'closed' }],
    ['too many asked', () => json(429, { message: 'no' }), { kind: 'busy', afterSeconds: 0 }],
    ['it is busy', () => json(503, {}, { 'retry-after': '7' }), { kind: 'busy', afterSeconds: 7 }],
    [
      'nobody answers',
      () => {
        throw new TypeError('no network');
      },
      { kind: 'offline' },
    ],
  ])('where %s', async (_what, answer, expected) => {
    answering(answer);
    expect(await sendEntry(anEntry())).toEqual(expected);
  });

  test('a withdrawal has arrived with a 204 and nothing else', async () => {
    answering(() => new Response(null, { status: 204 }));
    expect(await sendEntry(anEntry({ method: 'DELETE' }))).toEqual({ kind: 'sent' });
    answering(() => new Response('<p>Hi', { status: 200 }));
    expect(await sendEntry(anEntry({ method: 'DELETE' }))).toEqual({ kind: 'offline' });
  });

  test('has the receipt in a header, never in the address, and sends no credentials', async () => {
    const fetched = answering(() => json(201, { revision: 3 }));
    await sendEntry(anEntry());
    const [url, init] = fetched.mock.calls[0] as unknown as [string, RequestInit];
    expect(url).not.toContain('rrrr');
    expect(init).toMatchObject({
      headers: { receipt: 'r'.repeat(22) },
      credentials: 'omit',
      redirect: 'error',
    });
  });
});

const memory = (...entries: readonly (readonly [string, Entry])[]) => {
  const kept = new Map<string, unknown>(entries);
  const store: Store = {
    get: async (name) => kept.get(name),
    set: async (name, value) => void kept.set(name, value),
    drop: async (name) => kept.delete(name),
    names: async (prefix) => [...kept.keys()].filter((name) => name.startsWith(prefix)),
  };
  return { kept, store };
};

describe('flush(store)', () => {
  test('empties the queue of what is final and keeps the rest', async () => {
    const { kept, store } = memory(
      ['queue/a', anEntry()],
      ['queue/b', anEntry({ url: 'https://poll.test/busy' })],
      ['kept/x', anEntry()],
    );
    vi.stubGlobal('fetch', async (url: string) =>
      url.endsWith('busy') ? json(503, {}) : json(201, { revision: 3 }),
    );
    await flush(store);
    expect([...kept.keys()]).toEqual(['queue/b', 'kept/x']);
  });

  test('leaves a newer version that took the place of the one under way', async () => {
    const { kept, store } = memory(['queue/a', anEntry()]);
    const newer = anEntry({ body: '{"revision":4,"answers":{"a":2}}' });
    answering(() => {
      kept.set('queue/a', newer);
      return json(201, { revision: 3 });
    });
    await flush(store);
    expect(kept.get('queue/a')).toEqual(newer);
  });

  test('tells what was refused, and drops it or not as it is asked to', async () => {
    answering(() => json(410, { code: 'withdrawn' }));
    const { kept, store } = memory(['queue/a', anEntry()]);
    await flush(store, ({ kind }) => kind === 'sent');
    expect(kept.size).toBe(1);
    const outcomes = await flush(store);
    expect([...outcomes]).toEqual([['queue/a', { kind: 'refused', code: 'withdrawn' }]]);
    expect(kept.size).toBe(0);
  });
});
