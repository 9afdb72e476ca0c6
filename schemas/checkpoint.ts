import * as z from 'zod';
import { Day, ItemId, OrganizationId, PollId } from './identifier.ts';

const count = z.int().min(0);

/** One organization in a checkpoint: its counts, and what it is grouped and weighed by. */
export const CheckpointOrganization = z.strictObject({
  organization: OrganizationId,
  responses: count,
  /** `counts[item][level - 1]`, the items in the definition's order. */
  counts: z.array(z.array(count)),
  attributes: z.record(ItemId, z.string()),
  peopleServed: z.int().min(1).optional(),
  /** The atom of the poll's partition that it belongs to; absent before the first release. */
  atom: z.string().optional(),
  /** The first and the last release in which every item had new answers of it. */
  grewIn: z.array(count).max(2),
});
export type CheckpointOrganization = z.infer<typeof CheckpointOrganization>;

/**
 * The frozen tallies of every organization. A `candidate` waits; an `interim` or a `final` one
 * is what a release's figures come from. Attributes, `peopleServed` and the partition's atoms
 * are frozen by the first release: later checkpoints take them over.
 */
export const Checkpoint = z.strictObject({
  version: z.literal(1),
  poll: PollId,
  /** The UTC day on which the tallies were frozen. */
  day: Day,
  kind: z.enum(['candidate', 'interim', 'final']),
  /** Sorted by id, each once; those without a response included. */
  organizations: z.array(CheckpointOrganization),
  /** Indexes of the items that this or an earlier release showed. */
  shown: z.array(count),
  /** Indexes of the items that were shown for all atoms together but not for each of them. */
  undivided: z.array(count),
  /** Indexes of the items whose counts are those of the release before. */
  held: z.array(count),
  /** Indexes of the items whose other voices would, beside an earlier final, give someone away. */
  unweighed: z.array(count),
  /** How many releases and final releases there have been, this one included. */
  releases: count,
  finals: count,
});
export type Checkpoint = z.infer<typeof Checkpoint>;
