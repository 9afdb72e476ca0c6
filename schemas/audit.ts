import * as z from 'zod';
import { Correlation } from './correlation.ts';
import { Exclusions, ExclusionsRequest } from './exclusions.ts';
import { Instant, OrganizationId, PollId } from './identifier.ts';

/** A token's subject: who somebody is to the issuer of tokens, and nobody's name. */
export const Subject = z.string().min(1).max(255);

const count = z.int().min(0);

/** Names of the members that an act changed; never what they say. */
const changed = z.array(z.string()).max(50);

const entry = {
  /** Tells entries of one instant apart. */
  id: z.uuid(),
  at: Instant,
  actor: Subject,
  poll: PollId,
  /** The request that the act came with, as in the logs. */
  correlation: Correlation.optional(),
};

/** One act of an administrator on a poll: who, when, what, and on what. */
export const AuditEntry = z.discriminatedUnion('act', [
  z.object({ ...entry, act: z.literal('poll.put'), isNew: z.boolean(), changed }),
  z.object({ ...entry, act: z.literal('poll.opened'), closesAt: Instant }),
  z.object({ ...entry, act: z.literal('poll.closed') }),
  z.object({ ...entry, act: z.literal('release.requested') }),
  z.object({
    ...entry,
    act: z.literal('organization.put'),
    organization: OrganizationId,
    isNew: z.boolean(),
    changed,
  }),
  /** Which responses are set aside from now on, and why. */
  z.object({
    ...entry,
    act: z.literal('exclusions.put'),
    organization: OrganizationId,
    ...ExclusionsRequest.shape,
    ...Exclusions.shape,
  }),
  /** Organizations of one file; one entry for each 50 that were written together. */
  z.object({
    ...entry,
    act: z.literal('organizations.loaded'),
    part: z.int().min(1),
    created: count,
    changed: count,
  }),
]);
export type AuditEntry = z.infer<typeof AuditEntry>;

type WithoutEntry<Of> = Of extends unknown ? Omit<Of, keyof typeof entry> : never;

/** What was done, without who did it and when. */
export type AuditedAct = WithoutEntry<AuditEntry>;

/** How many entries a page of the trail may have. */
export const AuditLimit = z.int().min(1).max(200).default(50);

/** Where a page of the trail ends: the place of its last entry. */
export const AuditPlace = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[0-9a-f-]{36}$/, '"next" of the page before');

/** A page of a poll's trail, newest first; without `next` it is the last. */
export const AuditPage = z.object({ entries: z.array(AuditEntry), next: AuditPlace.optional() });
export type AuditPage = z.infer<typeof AuditPage>;
