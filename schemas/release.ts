import * as z from 'zod';
import { Day, Instant, PollId } from './identifier.ts';
import { PollState } from './poll.ts';

/** An interim release comes while the poll is open; the final one from sealed tallies. */
export const ReleaseKind = z.enum(['interim', 'final']);
export type ReleaseKind = z.infer<typeof ReleaseKind>;

/** Why figures were not released. */
export const WithholdReason = z.enum([
  'too-few-answers',
  'too-few-organizations',
  'dominant-organization',
  'too-few-without-largest',
  'too-small-a-difference',
  'could-be-worked-out',
]);
export type WithholdReason = z.infer<typeof WithholdReason>;

/** The name of a file of a snapshot, such as `priorities.csv` or `report.es.html`. */
export const FileName = z.string().regex(/^[a-z0-9-]+(?:\.[a-z]+){1,2}$/);

/** One file of a snapshot, as it lies in the reports bucket. */
export const PublishedFile = z.strictObject({
  path: FileName,
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type PublishedFile = z.infer<typeof PublishedFile>;

/** A snapshot's id: its number, and the start of its content's hash. */
export const SnapshotId = z.string().regex(/^\d{6}-[0-9a-f]{12}$/);

/** A snapshot that was released. Only what has such a record is ever listed or served. */
export const Snapshot = z.object({
  number: z.int().min(1),
  snapshot: SnapshotId,
  kind: ReleaseKind,
  /** The day whose tallies the figures come from. */
  asOf: Day,
  files: z.array(PublishedFile).min(1),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** That nothing was released, and why. */
const Withheld = z.strictObject({
  kind: ReleaseKind,
  reasons: z.array(WithholdReason),
  since: Instant.optional().describe('Since when, whatever the reasons were meanwhile.'),
});

/**
 * Where a poll's releases stand. `version` is raised by every change and every change is made
 * on condition that it is unmoved; `announced` is the number of the last snapshot whose tail
 * (latest.json, event) is done.
 */
export const ReleaseState = z.object({
  version: z.int().min(0),
  number: z.int().min(0),
  announced: z.int().min(0),
  latest: Snapshot.omit({ files: true }).optional(),
  /** Key of the checkpoint that the latest figures come from. */
  released: z.string().optional(),
  /** Key of the checkpoint that waits for enough to change after it. */
  candidate: z.string().optional(),
  /** Why the last attempt let nothing out; told once. */
  withheld: Withheld.optional(),
  /** The seal that the final release has answered, by its instant. */
  settledSeal: Instant.optional(),
});
export type ReleaseState = z.infer<typeof ReleaseState>;

/** The contents of `latest.json`, for those who read the bucket. */
export const LatestPointer = Snapshot.extend({ version: z.literal(1), poll: PollId });
export type LatestPointer = z.infer<typeof LatestPointer>;

/** The snapshots of a poll, newest first. */
export const SnapshotList = z.strictObject({ poll: PollId, snapshots: z.array(Snapshot) });
export type SnapshotList = z.infer<typeof SnapshotList>;

/** A roll-up was asked for; whether it releases anything is for the release rules to say. */
export const RequestedRollUp = z.strictObject({ kind: z.literal('requested') });
export type RequestedRollUp = z.infer<typeof RequestedRollUp>;

/** What administrators see of a poll's releases and its final count. */
export const ReleaseView = z.strictObject({
  poll: PollId,
  state: PollState,
  latest: Snapshot.omit({ files: true }).strict().optional().describe('What was released last.'),
  withheld: Withheld.optional().describe('Absent where the last attempt withheld nothing whole.'),
  finalCount: z
    .strictObject({
      dueAt: Instant.describe('From when on the tallies may be counted for the last time.'),
      sealedAt: Instant.optional().describe('When they were; absent until then.'),
      day: Day.optional().describe('The UTC day of that.'),
      decided: z.boolean().describe('Whether what to release of it is decided.'),
    })
    .optional()
    .describe('Absent while the poll has no end.'),
});
export type ReleaseView = z.infer<typeof ReleaseView>;
