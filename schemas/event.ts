import * as z from 'zod';
import { Correlation } from './correlation.ts';
import { Day, Instant, OrganizationId, PollId } from './identifier.ts';
import { PublishedFile, ReleaseKind, SnapshotId, WithholdReason } from './release.ts';

/** The bus's `source` of every event. */
export const EVENT_SOURCE = 'groundswell';

const envelope = {
  /** The schema's version: a change that a consumer could trip over raises it. */
  version: z.literal(1),
  /** Derived from what happened: the same for every delivery of the same fact. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  poll: PollId,
  /** The request or the run that it came from, as in the logs; another one when it is told again. */
  correlation: Correlation.optional(),
};

/** The detail of each event by its `detail-type`. At least once; no answer and no response id. */
export const eventSchemas = {
  /** Some organizations' responses were counted anew. One event a batch, without counts. */
  ResponsesTallied: z.strictObject({ ...envelope, organizations: z.array(OrganizationId).min(1) }),
  /** A snapshot became the latest. */
  PrioritiesReleased: z.strictObject({
    ...envelope,
    snapshot: SnapshotId,
    number: z.int().min(1),
    kind: ReleaseKind,
    asOf: Day,
    files: z.array(PublishedFile).min(1),
  }),
  /** The disclosure rules let nothing out; said again only when the reasons change. */
  ReleaseWithheld: z.strictObject({
    ...envelope,
    kind: ReleaseKind,
    reasons: z.array(WithholdReason).min(1),
  }),
  PollOpened: z.strictObject({ ...envelope, openedAt: Instant, closesAt: Instant }),
  PollClosed: z.strictObject({ ...envelope, closedAt: Instant }),
  /** A paper batch or file was taken in. */
  ImportCompleted: z.strictObject({
    ...envelope,
    organization: OrganizationId,
    import: z.string(),
    accepted: z.int().min(0),
    rejected: z.int().min(0),
  }),
  /** The sweep found tallies that differed from their responses, and counted them anew. */
  DriftRepaired: z.strictObject({
    ...envelope,
    organizations: z.array(OrganizationId).min(1),
    buckets: z.int().min(1),
  }),
} as const;

export type EventName = keyof typeof eventSchemas;
export type EventDetail<N extends EventName> = z.infer<(typeof eventSchemas)[N]>;
/** An event as it is handed to the bus. */
export type GroundswellEvent = { [N in EventName]: { name: N; detail: EventDetail<N> } }[EventName];
