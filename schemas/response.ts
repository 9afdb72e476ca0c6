import * as z from 'zod';
import { MOST_REVISIONS } from './format.ts';
import { Day } from './identifier.ts';

/** Which way a response came in. */
export const Channel = z.enum(['web', 'api', 'paper']);
export type Channel = z.infer<typeof Channel>;

/**
 * A response as it is kept: `answers` has one character per item in the definition's order, a
 * level's digit or `-` for an item left open.
 */
export const StoredResponse = z.object({
  answers: z.string().regex(/^[-1-7]+$/),
  revision: z.int().min(0).max(MOST_REVISIONS),
  channel: Channel,
  day: Day,
});
export type StoredResponse = z.infer<typeof StoredResponse>;
