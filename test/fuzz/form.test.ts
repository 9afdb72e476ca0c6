import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ApiAnswer, type ApiRequest, textOf } from '../../local/api/call.ts';
import { StoredResponse } from '../../schemas/response.ts';
import { aRenderingWorld } from '../functions/render-form/rendering-world.ts';

const REQUESTS = Number(process.env.FUZZ_FORM_REQUESTS ?? 2000);
const SEED = Number(process.env.FUZZ_SEED ?? 20_270_115);

/** Items and levels of the polls that are open: see the world. */
const OPEN: Readonly<Record<string, readonly [items: number, levels: number]>> = {
  spring: [20, 5],
  invited: [20, 5],
  untitled: [2, 7],
};
const RECEIPTS = ['A', 'B'].map((letter) => letter.repeat(21).concat('A'));

/** Stands in everything that is made up, as markup, so that it is found where it comes back. */
const MARK = 'zqxmark';
const MARKUP = `"'><img id=${MARK} src=x>`;

const madeUp = fc.oneof(
  fc.constant(MARKUP),
  fc.constantFrom('__proto__', 'constructor', '-1', '1e3', '0x5', 'NaN', '99999999999999999999'),
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text + MARKUP),
  fc.string({ unit: 'binary-ascii', maxLength: 30 }),
);
const mostly = (...usual: readonly string[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: madeUp });

const receipt = mostly(...RECEIPTS, `https://poll.test/p/spring/harbor-lights#${RECEIPTS[0]}`);
const level = mostly('1', '2', '3', '4', '5', '5', '6', '0');
const answer = fc.tuple(mostly('q1', 'q2', 'q3', 'q20', 'q21', 'q0', 'q01'), level);
const step = mostly('send', 'send', 'check', 'edit', 'ask-withdraw', 'withdraw', 'withdraw');
const invitation = fc.oneof(madeUp, fc.constantFrom('00000-00000', '0000000001'));
const field = fc.oneof(
  { weight: 8, arbitrary: answer },
  { weight: 6, arbitrary: fc.tuple(fc.constant('_receipt'), receipt) },
  {
    weight: 4,
    arbitrary: fc.tuple(
      fc.constant('_revision'),
      mostly('0', '1', '2', '7', '1000000', '-1', '0x10', '1e3', ' 5 '),
    ),
  },
  { weight: 4, arbitrary: fc.tuple(fc.constant('_do'), step) },
  { weight: 5, arbitrary: fc.tuple(fc.constant('_invitation'), invitation) },
  fc.tuple(fc.constantFrom('_lang', '_clear'), mostly('es', 'en', 'q1')),
  { weight: 1, arbitrary: fc.tuple(madeUp, madeUp) },
);
const fields = fc.array(field, { maxLength: 6 });

/** As a browser writes it; now and then not even that, or far too much of it. */
const body = fc.oneof(
  { weight: 12, arbitrary: fields.map((all) => new URLSearchParams(all).toString()) },
  { weight: 1, arbitrary: fc.string({ maxLength: 200 }).map((text) => `q1=%zz&%=${text}`) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)) },
  { weight: 1, arbitrary: fields.map((all) => `q1=${'1'.repeat(17_000)}&${all.join('&')}`) },
);

const query = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  mostly('en', 'es', 'EN-us', '*').map((lang) => `?lang=${encodeURIComponent(lang)}`),
);
const segments = fc.tuple(
  mostly('spring', 'spring', 'invited', 'invited', 'untitled', 'draft', 'past', 'nothing'),
  mostly('harbor-lights', 'harbor-lights', 'harbor-lights', 'nobody'),
);
const path = fc
  .tuple(segments, query)
  .map(
    ([[poll, organization], search]) =>
      `/p/${encodeURIComponent(poll || '-')}/${encodeURIComponent(organization || '-')}${search}`,
  );
const language = mostly('en', 'es-MX,es;q=0.9', 'fr');
const type = fc.oneof(
  { weight: 15, arbitrary: fc.constant('application/x-www-form-urlencoded') },
  { weight: 1, arbitrary: fc.constantFrom('application/json', 'multipart/form-data', MARKUP) },
);

const request: fc.Arbitrary<ApiRequest> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ path, body, type, language }).map((one) => ({
      method: 'POST',
      path: one.path,
      headers: { 'content-type': one.type, 'accept-language': one.language },
      body: one.body as string | Uint8Array<ArrayBuffer>,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.record({ path, language }).map((one) => ({
      method: 'GET',
      path: one.path,
      headers: { 'accept-language': one.language },
    })),
  },
);

type World = ReturnType<typeof aRenderingWorld>;

/** How often markup came back as the text that it is: never would mean that nobody looked. */
const escapedAgain = { count: 0 };

const judgeAnswer = ({ method }: ApiRequest, answer: ApiAnswer): void => {
  expect(answer.status).toBeLessThan(500);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'strict-transport-security': 'max-age=31536000',
    'x-content-type-options': 'nosniff',
  });
  const isShown = method === 'GET' && answer.status === 200;
  expect(answer.headers['cache-control']).toBe(isShown ? 'public, max-age=15' : 'no-store');
  const page = textOf(answer);
  if (page.includes(`id=${MARK}`)) escapedAgain.count += 1;
  expect(page).toMatch(/^<!doctype html>.*<h1/s);
  expect(page).not.toContain(`<img id=${MARK}`);
  // An invitation code that is to be mended is the one thing that is shown again as it was typed.
  const rest = page.replace(/<input id=code name=_invitation value="[^"<>]*"/, '');
  const handedOn = rest.replace(/<input type=hidden name=_invitation value="[^"<>]*"/, '');
  expect(handedOn).not.toContain(MARK);
  expect(JSON.stringify(answer.headers)).not.toContain(MARK);
};

/** The revisions that were sent as they are counted: in digits. */
const revisionsSent = new Set([0]);

const noteRevisions = ({ body: sent }: ApiRequest): void => {
  if (typeof sent !== 'string') return;
  for (const text of new URLSearchParams(sent).getAll('_revision')) {
    if (/^\d+$/.test(text)) revisionsSent.add(Number(text));
  }
};

const judgeKept = ({ responses }: World): void => {
  for (const [key, kept] of responses.items) {
    const [poll = '', organization, id] = key.split('#');
    const [items, levels] = OPEN[poll] ?? [0, 0];
    expect([organization, items > 0]).toEqual(['harbor-lights', true]);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    if ('withdrawn' in kept) continue;
    StoredResponse.parse(kept);
    expect(revisionsSent).toContain(kept.revision);
    expect(kept.channel).toBe('web');
    expect(kept.answers).toMatch(new RegExp(`^(?!-+$)[-1-${levels}]{${items}}$`));
  }
};

describe('the form under posts and addresses that are made up', () => {
  const seen = new Map<string, number>();

  test(`says no nonsense, fails never and keeps what fits alone (${REQUESTS} requests)`, async () => {
    const world = aRenderingWorld();
    await fc.assert(
      fc.asyncProperty(request, async (one) => {
        noteRevisions(one);
        const answer = await world.call(one);
        const name = `${one.method} ${answer.status}`;
        seen.set(name, (seen.get(name) ?? 0) + 1);
        judgeAnswer(one, answer);
        judgeKept(world);
      }),
      { numRuns: REQUESTS, seed: SEED },
    );
    expect(world.responses.items.size).toBeGreaterThan(5);
    expect(escapedAgain.count).toBeGreaterThan(5);
  }, 120_000);

  test('and comes to every outcome that needs neither a flood nor a fault', () => {
    const outcomes = ['GET 200', 'GET 404'].concat(
      [200, 201, 404, 409, 410, 413, 415, 422].map((status) => `POST ${status}`),
    );
    expect([...seen.keys()].sort()).toEqual(outcomes.sort());
  });
});
