import * as z from 'zod';
import { ItemId, LocalizedText, OrganizationId } from './identifier.ts';

/** What an administrator sends to put an organization. */
export const OrganizationRequest = z.strictObject({
  name: LocalizedText,
  attributes: z
    .record(ItemId, z.string().trim().min(1).max(100))
    .refine((attributes) => Object.keys(attributes).length <= 20, 'at most 20 attributes')
    .default({}),
  peopleServed: z.int().min(1).max(100_000_000).optional(),
  expectedResponses: z.int().min(1).max(10_000_000).optional(),
});
export type OrganizationRequest = z.infer<typeof OrganizationRequest>;

/** How many leading bits of a response id name its bucket. */
export const BucketBits = z.int().min(0).max(8);

/** An organization as it is kept. `bucketBits` never changes once its poll is open. */
export const Organization = OrganizationRequest.extend({
  id: OrganizationId,
  bucketBits: BucketBits,
});
export type Organization = z.infer<typeof Organization>;

/** What anyone may know of an organization. */
export const OrganizationName = z.strictObject({ name: LocalizedText });
export type OrganizationName = z.infer<typeof OrganizationName>;

/** A poll's organizations with all that is known of them, by id. */
export const OrganizationList = z.strictObject({ organizations: z.array(Organization) });
export type OrganizationList = z.infer<typeof OrganizationList>;

/** What came of a file of organizations: how many rows it had, were new and were other than before. */
export const LoadedOrganizations = z.strictObject({
  organizations: z.int().min(1),
  created: z.int().min(0),
  changed: z.int().min(0),
});
export type LoadedOrganizations = z.infer<typeof LoadedOrganizations>;
