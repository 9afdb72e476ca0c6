import type { Polls } from '../../adapters/dynamodb/polls.ts';
import type { Releases } from '../../adapters/dynamodb/releases.ts';
import type { Reports } from '../../adapters/s3/reports.ts';
import { PollId } from '../../schemas/identifier.ts';
import type { Poll } from '../../schemas/poll.ts';
import {
  type PublishedFile,
  type Snapshot,
  SnapshotId,
  type SnapshotList,
} from '../../schemas/release.ts';
import { type HttpEvent, pathParameter } from '../middleware/http-event.ts';
import { type HttpReply, jsonReply } from '../middleware/http-reply.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import { rolesIn } from '../middleware/roles.ts';
import { routes } from '../middleware/routes.ts';
import { fileReply } from './file-reply.ts';
import type { VerifyToken } from './verify-token.ts';

/** What serving reports needs: where releases stand, their files, and whose token is whose. */
export type ServeReportsDeps = {
  readonly polls: Pick<Polls, 'get'>;
  readonly releases: Pick<Releases, 'get' | 'getSnapshot' | 'listSnapshots'>;
  readonly reports: Pick<Reports, 'getFile' | 'linkToFile'>;
  readonly verifyToken: VerifyToken;
  readonly rolesClaim: string;
};

/** Lambda answers with at most 6 MB, base64 included. */
const MOST_BYTES = 4_000_000;
const NUMBER_DIGITS = 6;

const READERS: readonly string[] = ['planner', 'administrator'];

/** @throws ProblemError `token-required` or `planners-only` */
const requireReader = async (deps: ServeReportsDeps, event: HttpEvent): Promise<void> => {
  const token = await deps.verifyToken(event.headers.authorization ?? '');
  if (token.kind === 'invalid') {
    throw new ProblemError('token-required', { headers: { 'www-authenticate': 'Bearer' } });
  }
  const roles = rolesIn(token.claims[deps.rolesClaim]);
  if (!READERS.some((role) => roles.includes(role))) throw new ProblemError('planners-only');
};

const readablePoll = async (deps: ServeReportsDeps, event: HttpEvent): Promise<Poll> => {
  const id = PollId.safeParse(pathParameter(event, 'poll'));
  const poll = id.success ? await deps.polls.get(id.data) : undefined;
  // Who may not read anything is not told which polls there are.
  if (poll?.definition.reports !== 'public') await requireReader(deps, event);
  if (!poll) throw new ProblemError('unknown-poll');
  return poll;
};

/** Shared caches keep only what anyone may read. */
const cachedBy = ({ definition }: Poll): string =>
  definition.reports === 'public' ? 'public' : 'private';

const listReports = async (deps: ServeReportsDeps, event: HttpEvent): Promise<HttpReply> => {
  const poll = await readablePoll(deps, event);
  const snapshots = await deps.releases.listSnapshots(poll.id);
  const list: SnapshotList = { poll: poll.id, snapshots: [...snapshots] };
  return jsonReply(200, list, { 'cache-control': `${cachedBy(poll)}, no-cache` });
};

const fileIn = (snapshot: Snapshot, path: string): PublishedFile => {
  const file = snapshot.files.find((published) => published.path === path);
  if (!file) throw new ProblemError('unknown-file');
  return file;
};

const serveFile = async (
  deps: ServeReportsDeps,
  event: HttpEvent,
  poll: Poll,
  snapshot: Snapshot,
  caching: string,
): Promise<HttpReply> => {
  const file = fileIn(snapshot, pathParameter(event, 'file'));
  const headers = { etag: `"${file.sha256}"`, 'cache-control': caching };
  if (event.headers['if-none-match']?.includes(file.sha256)) return { statusCode: 304, headers };
  if (file.bytes > MOST_BYTES) {
    const location = await deps.reports.linkToFile(poll.id, snapshot.snapshot, file.path);
    return { statusCode: 302, headers: { location, 'cache-control': 'no-store' } };
  }
  const body = await deps.reports.getFile(poll.id, snapshot.snapshot, file.path);
  return fileReply(`${poll.id}-${file.path}`, body, headers);
};

const latestFile = async (deps: ServeReportsDeps, event: HttpEvent): Promise<HttpReply> => {
  const poll = await readablePoll(deps, event);
  const { number } = await deps.releases.get(poll.id);
  const snapshot = number > 0 ? await deps.releases.getSnapshot(poll.id, number) : undefined;
  if (!snapshot) throw new ProblemError('nothing-released');
  return serveFile(deps, event, poll, snapshot, `${cachedBy(poll)}, no-cache`);
};

const snapshotFile = async (deps: ServeReportsDeps, event: HttpEvent): Promise<HttpReply> => {
  const poll = await readablePoll(deps, event);
  const id = SnapshotId.safeParse(pathParameter(event, 'snapshot'));
  if (!id.success) throw new ProblemError('unknown-file');
  const number = Number(id.data.slice(0, NUMBER_DIGITS));
  const snapshot = await deps.releases.getSnapshot(poll.id, number);
  if (snapshot?.snapshot !== id.data) throw new ProblemError('unknown-file');
  return serveFile(deps, event, poll, snapshot, `${cachedBy(poll)}, max-age=86400, immutable`);
};

/**
 * Serves what was released: the list of snapshots, and their files by snapshot or of the latest
 * one. To planners and administrators, or to anyone where the poll says `reports: public`; the
 * gateway lets everybody pass to here, because only the poll knows.
 *
 * Only snapshots with a record, and only the files in it, are ever read from the bucket, so
 * nothing half published can be asked for.
 */
export const serveReports = (deps: ServeReportsDeps) =>
  routes({
    'GET /v1/polls/{poll}/reports': (event) => listReports(deps, event),
    'GET /v1/polls/{poll}/reports/latest/{file}': (event) => latestFile(deps, event),
    'GET /v1/polls/{poll}/reports/{snapshot}/{file}': (event) => snapshotFile(deps, event),
  });
