import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { HttpEvent } from '../../../functions/middleware/http-event.ts';
import { ProblemError } from '../../../functions/middleware/problem-error.ts';
import {
  type ServeReportsDeps,
  serveReports,
} from '../../../functions/serve-reports/serve-reports.ts';
import { type Poll, PollDefinition } from '../../../schemas/poll.ts';
import type { Snapshot } from '../../../schemas/release.ts';

const TEXT = 'list,id\r\nitems,é\r\n';
const SHA256 = 'b'.repeat(64);

const aPoll = (reports: 'planners' | 'public'): Poll => ({
  id: 'calls',
  definition: PollDefinition.parse({
    levels: 5,
    reports,
    categories: [{ id: 'training', items: ['toolkits'] }],
  }),
  opened: true,
  version: 1,
});

const aSnapshot = (over: Partial<Snapshot['files'][number]> = {}): Snapshot => ({
  number: 2,
  snapshot: '000002-abcdefabcdef',
  kind: 'interim',
  asOf: '2027-01-15',
  files: [{ path: 'priorities.csv', bytes: 21, sha256: SHA256, ...over }],
});

const depsWith = (
  over: Partial<ServeReportsDeps> = {},
  reports: 'planners' | 'public' = 'planners',
) => {
  const snapshot = aSnapshot();
  const deps: ServeReportsDeps = {
    polls: { get: async (id) => (id === 'calls' ? aPoll(reports) : undefined) },
    releases: {
      get: async () => ({ version: 3, number: 2, announced: 2 }),
      getSnapshot: async (_poll, number) => (number === 2 ? snapshot : undefined),
      listSnapshots: async () => [snapshot],
    },
    reports: {
      getFile: async () => new TextEncoder().encode(TEXT),
      linkToFile: async () => 'https://bucket.example.org/signed',
    },
    verifyToken: async (authorization) =>
      authorization.startsWith('Bearer ')
        ? { kind: 'valid', claims: { roles: [authorization.slice('Bearer '.length)] } }
        : { kind: 'invalid' },
    rolesClaim: 'roles',
    ...over,
  };
  return deps;
};

/** One release of one file. */
const depsWithFile = (
  file: Partial<Snapshot['files'][number]>,
  getFile: ServeReportsDeps['reports']['getFile'] = async () => new TextEncoder().encode(TEXT),
): ServeReportsDeps => {
  const deps = depsWith();
  return {
    ...deps,
    releases: { ...deps.releases, getSnapshot: async () => aSnapshot(file) },
    reports: { ...deps.reports, getFile },
  };
};

const aRequest = (path: string, role?: string, headers: Record<string, string> = {}): HttpEvent => {
  const [poll = '', snapshot, file] = path.split('/');
  const route = { 0: '', 1: '/{snapshot}/{file}' }[snapshot ? 1 : 0];
  return {
    routeKey: `GET /v1/polls/{poll}/reports${snapshot === 'latest' ? '/latest/{file}' : route}`,
    headers: { ...(role && { authorization: `Bearer ${role}` }), ...headers },
    isBase64Encoded: false,
    pathParameters: { poll, snapshot, file },
  };
};

const refusalOf = async (deps: ServeReportsDeps, event: HttpEvent): Promise<string> => {
  try {
    return `answered ${(await serveReports(deps)(event)).statusCode}`;
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
};

const FILE = 'calls/000002-abcdefabcdef/priorities.csv';

describe('who may read reports', () => {
  test.each(['planner', 'administrator'])('a %s reads the list and the files', async (role) => {
    for (const path of ['calls', 'calls/latest/priorities.csv', FILE]) {
      expect((await serveReports(depsWith())(aRequest(path, role))).statusCode).toBe(200);
    }
  });

  test('a coordinator may not, and is told whom to ask', async () => {
    expect(await refusalOf(depsWith(), aRequest(FILE, 'coordinator:hope'))).toBe('planners-only');
  });

  test('nobody without a token may, whether the poll exists or not', async () => {
    expect(await refusalOf(depsWith(), aRequest(FILE))).toBe('token-required');
    expect(await refusalOf(depsWith(), aRequest('nothing'))).toBe('token-required');
  });

  test('anyone reads the reports of a poll that says they are public', async () => {
    const reply = await serveReports(depsWith({}, 'public'))(aRequest(FILE));
    expect(reply.statusCode).toBe(200);
    expect(reply.headers?.['cache-control']).toContain('public');
  });
});

describe('a file', () => {
  test('is answered byte for byte, with its hash as ETag and a name that says whose it is', async () => {
    const reply = await serveReports(depsWith())(aRequest(FILE, 'planner'));
    expect(Buffer.from(reply.body ?? '', 'base64').toString()).toBe(TEXT);
    expect(reply.headers).toMatchObject({
      etag: `"${SHA256}"`,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="calls-priorities.csv"',
      'cache-control': 'private, max-age=86400, immutable',
    });
  });

  test('that the caller has already is not sent again', async () => {
    const request = aRequest(FILE, 'planner', { 'if-none-match': `"${SHA256}"` });
    expect(await serveReports(depsWith())(request)).toMatchObject({ statusCode: 304 });
  });

  test.each([
    ['priorities.csv', 'gzip, deflate, br', 'gzip'],
    ['priorities.csv', 'br, gzip;q=0.5', 'gzip'],
    ['priorities.csv', 'gzip;q=0, identity', undefined],
    ['priorities.csv', '', undefined],
    ['priorities.xlsx', 'gzip', undefined],
  ])(
    '(%s) to who accepts "%s" is sent as %s, the same file once decoded',
    async (path, accepted, encoding) => {
      const reply = await serveReports(depsWithFile({ path }))(
        aRequest(`calls/000002-abcdefabcdef/${path}`, 'planner', { 'accept-encoding': accepted }),
      );
      const sent = Buffer.from(reply.body ?? '', 'base64');
      expect(reply.headers?.['content-encoding']).toBe(encoding);
      expect((encoding ? gunzipSync(sent) : sent).toString()).toBe(TEXT);
      expect(reply.headers).toMatchObject({
        etag: `${encoding ? 'W/' : ''}"${SHA256}"`,
        vary: 'accept-encoding',
      });
    },
  );

  test.each(['gzip', ''])('sent as %s is known again by its tag', async (accepted) => {
    const request = aRequest(FILE, 'planner', { 'accept-encoding': accepted });
    const { headers } = await serveReports(depsWith())(request);
    const again = await serveReports(depsWith())({
      ...request,
      headers: { ...request.headers, 'if-none-match': headers?.etag },
    });
    expect(again).toEqual({
      statusCode: 304,
      headers: {
        etag: headers?.etag,
        'cache-control': 'private, max-age=86400, immutable',
        vary: 'accept-encoding',
      },
    });
  });

  const LINK = {
    statusCode: 302,
    headers: {
      location: 'https://bucket.example.org/signed',
      'cache-control': 'no-store',
      vary: 'accept-encoding',
    },
  };
  const zeros = new Uint8Array(20_000_000);
  const noise = new Uint8Array(randomBytes(4_100_000));

  test('of 20 MB that gzip makes small is answered as gzip', async () => {
    const deps = depsWithFile({ bytes: zeros.length }, async () => zeros);
    const request = aRequest(FILE, 'planner', { 'accept-encoding': 'gzip' });
    const reply = await serveReports(deps)(request);
    expect(reply.statusCode).toBe(200);
    expect(gunzipSync(Buffer.from(reply.body ?? '', 'base64')).equals(zeros)).toBe(true);
  });

  test('of which more than 4 MB would be sent as gzip, too, is a short-lived link', async () => {
    const deps = depsWithFile({ bytes: noise.length }, async () => noise);
    const request = aRequest(FILE, 'planner', { 'accept-encoding': 'gzip' });
    expect(await serveReports(deps)(request)).toEqual(LINK);
  });

  test.each([
    ['priorities.csv', 4_000_001, ''],
    ['priorities.xlsx', 4_000_001, 'gzip'],
    ['priorities.csv', 64_000_001, 'gzip'],
  ])(
    '%s of %i bytes for who accepts "%s" is a short-lived link, and is not read',
    async (path, bytes, accepted) => {
      const deps = depsWithFile({ path, bytes }, async () => expect.unreachable('it was read'));
      const request = aRequest(`calls/000002-abcdefabcdef/${path}`, 'planner', {
        'accept-encoding': accepted,
      });
      expect(await serveReports(deps)(request)).toEqual(LINK);
    },
  );

  test.each([
    'calls/000002-abcdefabcdef/other.csv',
    'calls/000002-999999999999/priorities.csv',
    'calls/000009-abcdefabcdef/priorities.csv',
    'calls/nonsense/priorities.csv',
    'calls/latest/..%2f',
  ])('that no record names (%s) is unknown, and the bucket is not asked', async (path) => {
    const reports = {
      getFile: async () => expect.unreachable('the bucket was asked'),
      linkToFile: async () => expect.unreachable('the bucket was asked'),
    };
    expect(await refusalOf(depsWith({ reports }), aRequest(path, 'planner'))).toBe('unknown-file');
  });

  test('of the latest release, before there is one, is told apart from an unknown file', async () => {
    const deps = depsWith();
    const releases = {
      ...deps.releases,
      get: async () => ({ version: 0, number: 0, announced: 0 }),
    };
    expect(
      await refusalOf({ ...deps, releases }, aRequest('calls/latest/priorities.csv', 'planner')),
    ).toBe('nothing-released');
  });
});

test('the list of reports says what was released, with each file and its hash', async () => {
  const reply = await serveReports(depsWith())(aRequest('calls', 'planner'));
  expect(JSON.parse(reply.body ?? '')).toEqual({ poll: 'calls', snapshots: [aSnapshot()] });
});
