import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFreePort } from '../../../local/ports.ts';
import type { PagesAt } from '../../../local/site/built-pages.ts';
import { type Site, serveSite } from '../../../local/site/serve-site.ts';

const api = createServer(async (incoming: IncomingMessage, outgoing) => {
  outgoing.writeHead(418, { 'content-type': 'application/problem+json', 'x-test': 'kept' });
  const { method, url, headers } = incoming;
  outgoing.end(
    JSON.stringify({ method, url, receipt: headers.receipt, body: await text(incoming) }),
  );
});
const pages: PagesAt = (path) =>
  path === '/results/a' || path === '/'
    ? { headers: { 'x-page': path }, body: new TextEncoder().encode('built') }
    : undefined;
let site: Site;

beforeAll(async () => {
  api.listen(0, '127.0.0.1');
  await once(api, 'listening');
  const { port } = api.address() as AddressInfo;
  const apiUrl = `http://127.0.0.1:${port}/behind`;
  site = await serveSite({ port: await findFreePort(), apiUrl, page: '<p>here</p>', pages });
});

afterAll(async () => {
  await site.close();
  api.close();
});

describe('the site', () => {
  test.each(['/v1/polls/a?b=c', '/p/a/b'])('hands %s to the API as it is', async (path) => {
    const answer = await fetch(`${site.url}${path}`, {
      method: 'PUT',
      headers: { receipt: 'secret' },
      body: 'whole',
    });
    expect(answer.status).toBe(418);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('x-test')).toBe('kept');
    expect(await answer.json()).toEqual({
      ...{ method: 'PUT', url: `/behind${path}`, receipt: 'secret', body: 'whole' },
    });
  });

  test('answers / with its page', async () => {
    const answer = await fetch(site.url);
    expect([answer.status, await answer.text()]).toEqual([200, '<p>here</p>']);
  });

  test('answers what is a page with the page and its headers', async () => {
    const answer = await fetch(`${site.url}/results/a?voice=organization`);
    expect([answer.status, answer.headers.get('x-page')]).toEqual([200, '/results/a']);
    expect(await answer.text()).toBe('built');
  });

  test.each(['code', 'error'])(
    'answers / with the pages when an issuer sends a %s',
    async (name) => {
      expect(await (await fetch(`${site.url}/?${name}=a&state=b`)).text()).toBe('built');
    },
  );

  test('has nothing at other paths, such as /v10', async () => {
    expect((await fetch(`${site.url}/v10`)).status).toBe(404);
  });

  test('answers 502 when the API is not there', async () => {
    const port = await findFreePort();
    const lonely = await serveSite({
      ...{ port: await findFreePort(), apiUrl: `http://127.0.0.1:${port}`, page: '', pages },
    });
    expect((await fetch(`${lonely.url}/v1/polls/a`)).status).toBe(502);
    await lonely.close();
  });
});
