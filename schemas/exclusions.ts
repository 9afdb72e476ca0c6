import * as z from 'zod';
import { Day, OrganizationId } from './identifier.ts';
import { Channel } from './response.ts';

/** Responses that came through one channel and first came on one UTC day. */
export const Exclusion = z.strictObject({ channel: Channel, day: Day });
export type Exclusion = z.infer<typeof Exclusion>;

const MOST_EXCLUSIONS = 400;
const LONGEST_REASON = 500;

/** What an administrator sends to set an organization's responses aside, or not any more. */
export const ExclusionsRequest = z.strictObject({
  /** Why, for whoever reads the audit trail. It must name nobody. */
  reason: z.string().trim().min(1).max(LONGEST_REASON),
  /** All that is set aside; an empty list sets nothing aside. */
  exclusions: z.array(Exclusion).max(MOST_EXCLUSIONS),
});
export type ExclusionsRequest = z.infer<typeof ExclusionsRequest>;

/**
 * Which of an organization's responses are set aside: kept, but not counted. Every change raises
 * `version` by one; 0 is that of an organization of which nothing was ever set aside.
 */
export const Exclusions = z.object({
  version: z.int().min(0),
  exclusions: z.array(Exclusion),
});
export type Exclusions = z.infer<typeof Exclusions>;

/** What an administrator gets of an organization's list. */
export const ExclusionsView = z.object({ organization: OrganizationId, ...Exclusions.shape });
export type ExclusionsView = z.infer<typeof ExclusionsView>;
