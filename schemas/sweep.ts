import * as z from 'zod';
import { Correlation } from './correlation.ts';
import { OrganizationId, PollId } from './identifier.ts';

/** A bucket whose tally differed from its responses, with the tally's revision then (0: none). */
export const Suspect = z.strictObject({
  organization: OrganizationId,
  bucket: z.int().min(0).max(255),
  revision: z.int().min(0),
});
export type Suspect = z.infer<typeof Suspect>;

/** What the request is part of, where whoever asked said so. */
const passedOn = { correlation: Correlation.optional() };

/** What the sweep is asked to do, by a schedule or by hand. */
export const SweepRequest = z.discriminatedUnion('kind', [
  /** Compare every tally with its responses, and look again at those that differ. Nightly. */
  z.strictObject({ ...passedOn, kind: z.literal('check') }),
  /** Look again at what a check found to differ; what still does is drift, and is repaired. */
  z.strictObject({
    ...passedOn,
    kind: z.literal('recheck'),
    poll: PollId,
    suspects: z.array(Suspect).min(1),
  }),
  /** Count everything now, as after a restart or a restore; what differs is no drift. */
  z.strictObject({ ...passedOn, kind: z.literal('recount') }),
  /** Count every bucket of an organization, because what is set aside of it has changed. */
  z.strictObject({
    ...passedOn,
    kind: z.literal('recount-organization'),
    poll: PollId,
    organization: OrganizationId,
  }),
  /** Count and seal a poll whose grace is over. Once, by the poll's own schedule. */
  z.strictObject({ ...passedOn, kind: z.literal('seal'), poll: PollId }),
  /** Seal every poll whose own schedule was missed. Every few minutes. */
  z.strictObject({ ...passedOn, kind: z.literal('seal-due') }),
]);
export type SweepRequest = z.infer<typeof SweepRequest>;
