import type { Report } from '../../../core/report/report.ts';
import { reportFromJson } from '../../../core/report/report-from-json.ts';
import type { Snapshot, SnapshotList } from '../../../schemas/release.ts';
import type { PrioritiesReport } from '../../../schemas/report.ts';

/** Why there is nothing to show. */
export type Refusal =
  | 'signInNeeded'
  | 'plannersOnly'
  | 'unknownPoll'
  | 'unknownRelease'
  | 'nothingReleased'
  | 'tooMany'
  | 'outdated'
  | 'tooLarge'
  | 'failed';

/** What was asked for, or why it is not there. */
export type Answer<Value> =
  | { readonly kind: 'found'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** A release that is shown, with those that there are, newest first. */
export type Release = {
  readonly report: Report;
  readonly snapshot: Snapshot;
  readonly snapshots: readonly [Snapshot, ...Snapshot[]];
};

const VERSION = 1;

const REFUSALS: ReadonlyMap<number, Refusal> = new Map([
  [401, 'signInNeeded'],
  [403, 'plannersOnly'],
  [404, 'unknownPoll'],
  [429, 'tooMany'],
]);

/** Where a poll's releases are listed. */
export const reportsPath = (poll: string): string => `/v1/polls/${poll}/reports`;

/** Where a file of a release is, for good. */
export const filePath = (poll: string, snapshot: string, file: string): string =>
  `${reportsPath(poll)}/${snapshot}/${file}`;

/**
 * Asks the API of the page's own origin, as whoever is signed in. What would be too large for an
 * answer is a link to another origin, which no script of the page may follow.
 */
export const askFor = async (path: string, token: string | null): Promise<Answer<Response>> => {
  try {
    const response = await fetch(path, {
      credentials: 'omit',
      redirect: 'manual',
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
    });
    if (response.ok) return { kind: 'found', value: response };
    if (response.type === 'opaqueredirect') return { kind: 'refused', refusal: 'tooLarge' };
    return { kind: 'refused', refusal: REFUSALS.get(response.status) ?? 'failed' };
  } catch {
    return { kind: 'refused', refusal: 'failed' };
  }
};

const askForJson = async <Value>(path: string, token: string | null): Promise<Answer<Value>> => {
  const answer = await askFor(path, token);
  if (answer.kind === 'refused') return answer;
  try {
    return { kind: 'found', value: (await answer.value.json()) as Value };
  } catch {
    return { kind: 'refused', refusal: 'failed' };
  }
};

/** The report of one release. */
export const getReport = async (
  poll: string,
  snapshot: string,
  token: string | null,
): Promise<Answer<Report>> => {
  const path = filePath(poll, snapshot, 'priorities.json');
  const answer = await askForJson<PrioritiesReport>(path, token);
  if (answer.kind === 'refused') return answer;
  const json = answer.value;
  return json.version === VERSION
    ? { kind: 'found', value: reportFromJson(json) }
    : { kind: 'refused', refusal: 'outdated' };
};

/**
 * A release of a poll and what others there are.
 *
 * @param wanted the snapshot's id; the latest where it is null
 */
export const getRelease = async (
  poll: string,
  wanted: string | null,
  token: string | null,
): Promise<Answer<Release>> => {
  const list = await askForJson<SnapshotList>(reportsPath(poll), token);
  if (list.kind === 'refused') return list;
  const [latest, ...others] = list.value.snapshots;
  if (!latest) return { kind: 'refused', refusal: 'nothingReleased' };
  const snapshots = [latest, ...others] as const;
  const snapshot = wanted === null ? latest : snapshots.find((one) => one.snapshot === wanted);
  if (!snapshot) return { kind: 'refused', refusal: 'unknownRelease' };
  const report = await getReport(poll, snapshot.snapshot, token);
  return report.kind === 'refused'
    ? report
    : { kind: 'found', value: { report: report.value, snapshot, snapshots: [...snapshots] } };
};
