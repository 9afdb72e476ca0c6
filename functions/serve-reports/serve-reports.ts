import { gzipSync } from 'node:zlib';
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
import { acceptsEncoding } from '../middleware/accepts-encoding.ts';
import { type HttpEvent, pathParameter } from '../middleware/http-event.ts';
import { type HttpReply, jsonReply } from '../middleware/http-reply.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import { rolesIn } from '../middleware/roles.ts';
import { routes } from '../middleware/routes.ts';
import { fileReply, isText } from './file-reply.ts';
import type { VerifyToken } from './verify-token.ts';

/** What serving reports needs: where releases stand, their files, and whose token is whose. */
export type ServeReportsDeps = {
  readonly polls: Pick<Polls, 'get'>;
  readonly releases: Pick<Releases, 'get' | 'getSnapshot' | 'listSnapshots'>;
  readonly reports: Pick<Reports, 'getFile' | 'linkToFile'>;
  readonly verifyToken: VerifyToken;
  readonly rolesClaim: string;
};

/** As they are sent: Lambda answers with at most 6 MB, base64 included. */
const MOST_BYTES = 4_000_000;
/** What is held in memory, and compressed well within the function's time. */
const MOST_BYTES_READ = 64_000_000;
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

type Wanted = PublishedFile & { readonly poll: string; readonly snapshot: string };

const fileIn = (snapshot: Snapshot, path: string): PublishedFile => {
  const file = snapshot.files.find((published) => published.path === path);
  if (!file) throw new ProblemError('unknown-file');
  return file;
};

/** The file as this client gets it, or nothing where it is too large for an answer. */
const bodyOf = async (
  deps: ServeReportsDeps,
  { poll, snapshot, path, bytes }: Wanted,
  encoded: boolean,
): Promise<Uint8Array | undefined> => {
  if (bytes > (encoded ? MOST_BYTES_READ : MOST_BYTES)) return undefined;
  const file = await deps.reports.getFile(poll, snapshot, path);
  const body = encoded ? gzipSync(file) : file;
  return body.length > MOST_BYTES ? undefined : body;
};

const serveFile = async (
  deps: ServeReportsDeps,
  event: HttpEvent,
  poll: Poll,
  snapshot: Snapshot,
  caching: string,
): Promise<HttpReply> => {
  const file = fileIn(snapshot, pathParameter(event, 'file'));
  const encoded = isText(file.path) && acceptsEncoding(event, 'gzip');
  // A strong tag would say that both encodings are the same bytes.
  const etag = `${encoded ? 'W/' : ''}"${file.sha256}"`;
  const headers = { etag, 'cache-control': caching, vary: 'accept-encoding' };
  if (event.headers['if-none-match']?.includes(file.sha256)) return { statusCode: 304, headers };
  const wanted = { ...file, poll: poll.id, snapshot: snapshot.snapshot };
  const body = await bodyOf(deps, wanted, encoded);
  if (!body) {
    const location = await deps.reports.linkToFile(wanted.poll, wanted.snapshot, file.path);
    return {
      statusCode: 302,
      headers: { location, 'cache-control': 'no-store', vary: 'accept-encoding' },
    };
  }
  const encoding = encoded ? { 'content-encoding': 'gzip' } : {};
  return fileReply(`${poll.id}-${file.path}`, body, { ...headers, ...encoding });
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
 * Who accepts gzip gets texts so: they shrink to a tenth, and the pages, which may follow no link
 * to another origin, reach what would be too large for an answer otherwise.
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
