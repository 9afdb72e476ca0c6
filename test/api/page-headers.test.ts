import { beforeAll, describe, expect, test } from 'vitest';
import type { ApiAnswer } from '../../local/api/call.ts';
import { aRenderingWorld } from '../functions/render-form/rendering-world.ts';
import { resourcesOf } from '../lib/synthesized.ts';
import { PAGES, pageFaults } from './page-headers.ts';

const ROUTE = 'GET /p/{poll}/{organization}';
let page: ApiAnswer;

const withHeaders = (more: Readonly<Record<string, string>>): ApiAnswer => ({
  ...page,
  headers: { ...page.headers, ...more },
});

beforeAll(async () => {
  page = await aRenderingWorld().call({ method: 'GET', path: '/p/spring/harbor-lights' });
});

describe('the table of the headers of pages', () => {
  test('has every page of the gateway, and no other', () => {
    const keys = resourcesOf('production', 'AWS::ApiGatewayV2::Route')
      .map(({ Properties }) => String(Properties.RouteKey))
      .filter((key) => key.includes(' /p/'));
    expect(Object.keys(PAGES).sort()).toEqual(keys.sort());
  });

  test('finds nothing wrong with the form as it is', () => {
    expect([page.status, pageFaults(page, ROUTE)]).toEqual([200, []]);
  });

  test('finds a page that is kept too long, or kept although it is refused', () => {
    const kept = withHeaders({ 'cache-control': 'public, max-age=3600' });
    expect(pageFaults(kept, ROUTE)).toEqual([expect.stringContaining('cache-control')]);
    const refused = { ...page, status: 404 };
    expect(pageFaults(refused, ROUTE)).toEqual([expect.stringContaining('no-store')]);
  });

  test.each([
    ['script-src', "'unsafe-inline'"],
    ['frame-ancestors', "'self'"],
    ['connect-src', '*'],
    ['media-src', '*'],
  ])('finds a policy whose %s is %s', (name, value) => {
    const policy = (page.headers['content-security-policy'] ?? '')
      .split('; ')
      .filter((directive) => !directive.startsWith(`${name} `));
    const loosened = withHeaders({
      'content-security-policy': [...policy, `${name} ${value}`].join('; '),
    });
    expect(pageFaults(loosened, ROUTE)).toEqual([`policy of a page: ${name}`]);
  });

  test('finds a cookie, and what is neither a page nor a script', () => {
    const odd = withHeaders({ 'set-cookie': 'a=b', 'content-type': 'text/plain' });
    expect(pageFaults(odd, ROUTE)).toEqual(['set-cookie', 'content-type']);
  });
});
