import { describe, expect, test } from 'vitest';
import { emptyReply } from '../../../functions/middleware/http-reply.ts';
import { routes } from '../../../functions/middleware/routes.ts';
import { anEvent } from '../an-event.ts';
import { refusalOf } from '../refusal-of.ts';

const handle = routes({ 'GET /v1/a': async () => emptyReply(204) });

describe('routes(handlers)', () => {
  test('hands a request to the handler of its route', async () => {
    expect(await handle(anEvent({ routeKey: 'GET /v1/a' }))).toEqual({ statusCode: 204 });
  });

  test('refuses any other as not found', async () => {
    for (const routeKey of ['PUT /v1/a', '$default', 'constructor', '']) {
      expect((await refusalOf(() => handle(anEvent({ routeKey })))).code).toBe('not-found');
    }
  });
});
