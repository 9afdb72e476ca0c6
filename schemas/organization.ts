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
