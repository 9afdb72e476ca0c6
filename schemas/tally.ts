import * as z from 'zod';
import { Day, Instant, OrganizationId } from './identifier.ts';
import { Channel } from './response.ts';

const count = z.int().min(0);

/**
 * What was counted over some responses (a bucket's, or all of an organization's).
 * `counts[item][level - 1]` is how many chose that level; an item's open answers are
 * `responses` less the sum of its counts. `setAside` more responses are there, but not counted; it
 * is absent where no list of exclusions was in force.
 */
export const Tally = z.object({
  responses: count,
  channels: z.partialRecord(Channel, count),
  firstDay: Day.optional(),
  lastDay: Day.optional(),
  counts: z.array(z.array(count)),
  setAside: count.optional(),
});
export type Tally = z.infer<typeof Tally>;

/** One organization's tally, the unit that checkpoints hold. */
export const OrganizationTally = Tally.extend({ organization: OrganizationId });
export type OrganizationTally = z.infer<typeof OrganizationTally>;

/**
 * A bucket's tally as it is kept. Every count raises `revision` by one; once `sealed`, a tally
 * never changes again. `exclusionsVersion` is that of the list of exclusions it was counted under.
 * `receipts` is how many receipts the bucket holds something of: a response, set aside or not, or
 * a tombstone.
 */
export const StoredTally = z.object({
  revision: z.int().min(1),
  sealed: z.boolean(),
  exclusionsVersion: count,
  receipts: count,
  tally: Tally,
});
export type StoredTally = z.infer<typeof StoredTally>;

/** A bucket's tally as its item holds it: the counts packed into one text, all else beside it. */
export const TallyItem = Tally.omit({ counts: true }).extend({
  ...StoredTally.omit({ tally: true }).shape,
  sk: z.string(),
  counts: z.string(),
});

/** That all of a poll's tallies are sealed: since when, and on which UTC day. */
export const Seal = z.object({ sealedAt: Instant, day: Day });
export type Seal = z.infer<typeof Seal>;
