import { createHash } from 'node:crypto';
import type { Report } from '../../../core/report/report.ts';
import { type SnapshotFiles, snapshotFiles } from '../../../core/report/snapshot-files.ts';
import { ProblemError } from '../../../functions/middleware/problem-error.ts';
import { serveReports } from '../../../functions/serve-reports/serve-reports.ts';
import type { ApiAnswer } from '../../../local/api/call.ts';
import { type Poll, PollDefinition } from '../../../schemas/poll.ts';
import { problems } from '../../../schemas/problem-catalogue.ts';
import { answerOf } from '../../functions/gateway.ts';
import type { Incoming } from './start-server.ts';

/** A poll with its releases, oldest first. */
export type ReleasedPoll = {
  readonly id: string;
  readonly reports: 'planners' | 'public';
  readonly releases: readonly Report[];
};

type Kept = ReleasedPoll & { readonly snapshots: readonly SnapshotFiles[] };

const sha256 = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');

const ROUTES: readonly (readonly [RegExp, string])[] = [
  [/^\/v1\/polls\/(?<poll>[^/]+)\/reports$/, 'GET /v1/polls/{poll}/reports'],
  [
    /^\/v1\/polls\/(?<poll>[^/]+)\/reports\/latest\/(?<file>[^/]+)$/,
    'GET /v1/polls/{poll}/reports/latest/{file}',
  ],
  [
    /^\/v1\/polls\/(?<poll>[^/]+)\/reports\/(?<snapshot>[^/]+)\/(?<file>[^/]+)$/,
    'GET /v1/polls/{poll}/reports/{snapshot}/{file}',
  ],
];

const pollOf = ({ id, reports }: ReleasedPoll): Poll => ({
  id,
  definition: PollDefinition.parse({
    ...{ levels: 5, reports },
    categories: [{ id: 'training', items: ['toolkits'] }],
  }),
  opened: true,
  version: 1,
});

/**
 * The API's reports of some polls, answered by the deployed function's own code over what it
 * would find in tables and buckets. A token is its role.
 */
export const releasedPolls = async (polls: readonly ReleasedPoll[]) => {
  const kept = await Promise.all(
    polls.map(
      async (poll): Promise<Kept> => ({
        ...poll,
        snapshots: await Promise.all(
          poll.releases.map((report) => snapshotFiles({ ...report, poll: poll.id }, sha256)),
        ),
      }),
    ),
  );
  const find = (id: string): Kept | undefined => kept.find((poll) => poll.id === id);
  const snapshotsOf = (id: string) => find(id)?.snapshots ?? [];
  const serve = serveReports({
    polls: {
      get: async (id) => {
        const found = find(id);
        return found && pollOf(found);
      },
    },
    releases: {
      get: async (id) => {
        const number = snapshotsOf(id).length;
        return { version: number, number, announced: number };
      },
      getSnapshot: async (id, number) => snapshotsOf(id)[number - 1]?.record,
      listSnapshots: async (id) =>
        snapshotsOf(id)
          .map(({ record }) => record)
          .toReversed(),
    },
    reports: {
      getFile: async (id, snapshot, path) => {
        const found = snapshotsOf(id).find(({ record }) => record.snapshot === snapshot);
        const file = found?.files.find((one) => one.path === path);
        if (!file) throw new Error(`no ${path} in ${snapshot}`);
        return file.body;
      },
      linkToFile: async () => 'https://bucket.example.org/signed',
    },
    verifyToken: async (authorization) => {
      const role = authorization.replace(/^Bearer /, '');
      return role === '' ? { kind: 'invalid' } : { kind: 'valid', claims: { roles: [role] } };
    },
    rolesClaim: 'roles',
  });
  return async (path: string, sent: Incoming['headers']): Promise<ApiAnswer> => {
    const found = ROUTES.flatMap(([pattern, routeKey]) => {
      const groups = pattern.exec(path)?.groups;
      return groups ? [{ routeKey, pathParameters: { ...groups } }] : [];
    })[0];
    try {
      if (!found) throw new ProblemError('not-found');
      const event = {
        ...found,
        headers: sent,
        isBase64Encoded: false,
      };
      return answerOf(await serve(event));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return answerOf({ statusCode: problems[error.code].status, body: '{}' });
    }
  };
};
