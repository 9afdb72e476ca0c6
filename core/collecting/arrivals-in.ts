import { bucketOf } from '../counting/bucket.ts';
import type { Recount } from '../counting/recount-bucket.ts';

/** An organization's part in a batch of changes. */
export type OrganizationBatch = {
  readonly organization: string;
  /** When each response was changed, in milliseconds since 1970; undefined where nobody says. */
  readonly changedAt: ReadonlyMap<string, number | undefined>;
};

/** The moment and the window, in milliseconds, in which arrivals are looked at. */
export type ArrivalWindow = { readonly now: number; readonly windowMs: number };

type Recounted = Extract<Recount, { readonly kind: 'recounted' }>;

/**
 * How many receipts a bucket gained. Where there was no tally before, they may all have been
 * there: no more are new than were touched.
 */
const gained = (
  { bucket, receipts: { before, after } }: Recounted,
  { changedAt }: OrganizationBatch,
): number => {
  if (before !== undefined) return Math.max(0, after - before);
  const touched = [...changedAt.keys()].filter((id) => bucketOf(id, bucket.bits) === bucket.index);
  return Math.min(after, touched.length);
};

const changeTimes = ({ changedAt }: OrganizationBatch, now: number): readonly number[] =>
  [...changedAt.values()].map((at) => at ?? now);

/** When the newest change of a batch was made, in milliseconds since 1970; now where nobody says. */
export const newestChange = (batch: OrganizationBatch, now: number): number =>
  Math.max(...changeTimes(batch, now));

/**
 * How many responses, not on paper, newly came or were withdrawn unseen with a batch: as many as
 * receipts were gained by the counts that it led to. Each is told once, by whichever count was
 * written with it first, so a batch that comes again adds nothing.
 *
 * Where a change in it is older than the window, the counts may have found what came over hours.
 * Then no more are told than were changed within one window, up to the newest change: a backlog
 * is no flood, a flood that counting lags behind is one.
 */
export const arrivalsIn = (
  batch: OrganizationBatch,
  recounts: readonly Recount[],
  { now, windowMs }: ArrivalWindow,
): number => {
  const arrived = recounts.reduce(
    (sum, recount) =>
      recount.kind === 'recounted' && recount.bucket.organization === batch.organization
        ? sum + gained(recount, batch)
        : sum,
    0,
  );
  const times = changeTimes(batch, now);
  if (times.every((at) => now - at <= windowMs)) return arrived;
  const newest = newestChange(batch, now);
  return Math.min(arrived, times.filter((at) => newest - at < windowMs).length);
};
