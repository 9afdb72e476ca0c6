import * as z from 'zod';
import { MOST_REVISIONS } from './format.ts';
import { Day, ItemId } from './identifier.ts';
import { HIGHEST_LEVEL } from './poll.ts';

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

const Revision = z.int().min(0).max(MOST_REVISIONS);
const Level = z.int().min(1).max(HIGHEST_LEVEL);

/**
 * What a respondent's client sends. The function that takes it in reads it by hand, against the
 * poll that it answers, and accepts nothing that this schema refuses: a test holds them together.
 */
export const Submission = z.strictObject({
  revision: Revision.describe(
    'Counted by the client, so that a late retry is told from a change: the highest is in force.',
  ),
  channel: Channel.exclude(['paper'])
    .default('api')
    .describe('Of a new response. A change keeps the channel that it first came through.'),
  answers: z
    .record(ItemId, Level.nullable())
    .describe(
      'The level of each item by its id, 1 to the levels of the poll; null, or not there, for an item left open. At least one is answered.',
    ),
});
export type Submission = z.infer<typeof Submission>;

/** What became of a submission; `unchanged` where the same had come before. */
export const AcceptedSubmission = z.strictObject({
  kind: z.enum(['created', 'changed', 'unchanged']),
  revision: Revision,
});
export type AcceptedSubmission = z.infer<typeof AcceptedSubmission>;

/** A response as its holder reads it, with the day on which it first came, without the items left open. */
export const ResponseView = z.strictObject({
  revision: Revision,
  channel: Channel,
  day: Day,
  answers: z.record(ItemId, Level),
});
export type ResponseView = z.infer<typeof ResponseView>;
