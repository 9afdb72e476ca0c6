import { describe, expect, test } from 'vitest';
import { describePolls } from '../../../functions/describe-poll/describe-poll.ts';
import { httpStack } from '../../../functions/middleware/http-stack.ts';
import { jsonOf, textOf } from '../../../local/api/call.ts';
import type { Organization } from '../../../schemas/organization.ts';
import { problems } from '../../../schemas/problem-catalogue.ts';
import { AFTER_CLOSE, aDraft, anOpenPoll, WHILE_OPEN } from '../../core/polls/a-poll.ts';
import { anEvent } from '../an-event.ts';
import { aContext, gatewayTo } from '../gateway.ts';
import { silentLog } from '../silent-log.ts';

const HARBOR: Organization = {
  id: 'harbor',
  name: { en: 'Harbor House', es: 'Casa Harbor' },
  attributes: { region: 'north' },
  peopleServed: 300,
  bucketBits: 2,
};

const aWorld = () => {
  const world = { now: WHILE_OPEN, reads: 0 };
  const invoke = httpStack(
    describePolls({
      polls: {
        get: async (id) => {
          world.reads += 1;
          return { spring: anOpenPoll(), draft: aDraft({ id: 'draft' }) }[id];
        },
      },
      organizations: {
        get: async (poll, id) => (poll === 'spring' && id === 'harbor' ? HARBOR : undefined),
      },
      now: () => world.now,
      openApi: { openapi: '3.1.0' },
    }),
    { log: silentLog() },
  );
  const keys = [
    'GET /v1/openapi.json',
    'GET /v1/polls/{poll}',
    'GET /v1/polls/{poll}/organizations/{organization}',
  ];
  return { world, invoke, call: gatewayTo(keys.map((key) => ({ key, invoke }))) };
};

const get = (path: string, headers: Record<string, string> = {}) => ({
  method: 'GET',
  path: `/v1/polls/${path}`,
  headers,
});

describe('describing a poll', () => {
  test('shows the definition, where it stands and its dates; nothing of how it is kept', async () => {
    const { call } = aWorld();
    const answer = await call(get('spring'));
    const { definition, openedAt, closesAt } = anOpenPoll();
    expect([answer.status, jsonOf(answer)]).toEqual([
      200,
      { id: 'spring', state: 'open', openedAt, closesAt, definition },
    ]);
  });

  test('shows closed polls, too', async () => {
    const { call, world } = aWorld();
    world.now = AFTER_CLOSE;
    expect(jsonOf(await call(get('spring')))).toMatchObject({ state: 'closed' });
  });

  test('tells of a draft only that it is not open yet, as sending a response to it does', async () => {
    const { call } = aWorld();
    for (const path of ['draft', 'draft/organizations/harbor', 'draft/organizations/nowhere']) {
      const answer = await call(get(path));
      expect([answer.status, jsonOf(answer)]).toEqual([
        409,
        {
          type: 'urn:groundswell:problem:not-open-yet',
          code: 'not-open-yet',
          ...problems['not-open-yet'],
        },
      ]);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  test('may be kept for 15 seconds, and asked about by its tag', async () => {
    const { call, world } = aWorld();
    const { headers } = await call(get('spring'));
    expect(headers['cache-control']).toBe('public, max-age=15');
    for (const tag of [headers.etag, `W/${headers.etag}`, `"other", ${headers.etag}`, '*']) {
      const again = await call(get('spring', { 'if-none-match': String(tag) }));
      expect([again.status, textOf(again), again.headers.etag]).toEqual([304, '', headers.etag]);
    }
    world.now = AFTER_CLOSE;
    const changed = await call(get('spring', { 'if-none-match': String(headers.etag) }));
    expect(changed.status).toBe(200);
  });

  test('an unknown poll is a 404 that nobody keeps', async () => {
    const { call, world } = aWorld();
    for (const id of ['autumn', 'No%20Slug', 'x'.repeat(40)]) {
      const answer = await call(get(id));
      expect([answer.status, jsonOf(answer)]).toMatchObject([404, { code: 'unknown-poll' }]);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    expect(world.reads).toBe(1);
  });
});

describe('describing an organization', () => {
  test('shows its name in every language, nothing else', async () => {
    const { call } = aWorld();
    expect(jsonOf(await call(get('spring/organizations/harbor')))).toEqual({ name: HARBOR.name });
  });

  test('an unknown one is a 404', async () => {
    const { call } = aWorld();
    for (const path of ['spring/organizations/haven', 'spring/organizations/No%20Slug']) {
      expect(jsonOf(await call(get(path)))).toMatchObject({ code: 'unknown-organization' });
    }
  });

  test('of an unknown poll is told as such', async () => {
    const { call } = aWorld();
    const answer = await call(get('autumn/organizations/harbor'));
    expect(jsonOf(answer)).toMatchObject({ code: 'unknown-poll' });
  });
});

describe('describing the API', () => {
  test('shows the document, which may be kept for 15 seconds', async () => {
    const { call } = aWorld();
    const answer = await call({ method: 'GET', path: '/v1/openapi.json' });
    expect([answer.status, jsonOf(answer)]).toEqual([200, { openapi: '3.1.0' }]);
    expect(answer.headers['cache-control']).toBe('public, max-age=15');
  });
});

describe('any other address', () => {
  test('is a 404 of ours', async () => {
    const reply = await aWorld().invoke(anEvent({ routeKey: '$default' }), aContext());
    expect(reply.statusCode).toBe(404);
    expect(JSON.parse(String(reply.body))).toMatchObject({ code: 'not-found' });
  });
});
