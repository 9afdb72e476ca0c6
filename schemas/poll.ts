import * as z from 'zod';
import { Instant, ItemId, LocalizedText, PollId } from './identifier.ts';

/** How a poll's answers are scored: see the ranking's method. */
export const Metric = z.enum(['agree', 'net', 'mean']);
export type Metric = z.infer<typeof Metric>;

/** How organizations are weighed. */
export const Voice = z.enum(['respondent', 'organization', 'population']);
export type Voice = z.infer<typeof Voice>;

const titled = { id: ItemId, title: LocalizedText.optional() };

/** An item: its id alone, or with a title in each language. Ids alone become `{ id }`. */
export const Item = z.preprocess(
  (value) => (typeof value === 'string' ? { id: value } : value),
  z.strictObject(titled),
);
export type Item = z.infer<typeof Item>;

/** A category: an id, a title, and 1 to 20 items. */
export const Category = z.strictObject({ ...titled, items: z.array(Item).min(1).max(20) });
export type Category = z.infer<typeof Category>;

const MOST_ITEMS = 60;

/**
 * What is asked and how it is published. Immutable once the poll is open: stored answers are
 * read by the items' order, and the release rules hold only for settings chosen beforehand.
 *
 * The least that a person must write is `levels` and `categories` with the ids of their items.
 */
export const PollDefinition = z
  .strictObject({
    title: LocalizedText.optional(),
    introduction: LocalizedText.optional(),
    levels: z.int().min(3).max(7),
    levelTitles: z.array(LocalizedText).optional(),
    categories: z.array(Category).min(1).max(20),
    headlineMetric: Metric.default('agree'),
    mode: z.enum(['open', 'invited']).default('open'),
    reports: z.enum(['planners', 'public']).default('planners'),
    minRespondents: z.int().min(5).max(1000).default(11),
    minOrganizations: z.int().min(3).max(100).default(3),
    publishedAttributes: z.array(ItemId).max(5).default([]),
    retentionDays: z.int().min(14).max(730).default(90),
  })
  .superRefine((poll, context) => {
    const { categories } = poll;
    const ids = categories.flatMap((category) => category.items.map((item) => item.id));
    reportRepeated(ids, 'item', context);
    reportRepeated(
      categories.map((category) => category.id),
      'category',
      context,
    );
    if (ids.length > MOST_ITEMS) {
      context.addIssue({
        code: 'custom',
        path: ['categories'],
        message: `at most ${MOST_ITEMS} items`,
      });
    }
    if (poll.levelTitles && poll.levelTitles.length !== poll.levels) {
      context.addIssue({
        code: 'custom',
        path: ['levelTitles'],
        message: `one title for each of the ${poll.levels} levels`,
      });
    }
  });
export type PollDefinition = z.infer<typeof PollDefinition>;

function reportRepeated(ids: readonly string[], what: string, context: z.RefinementCtx): void {
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) {
    context.addIssue({
      code: 'custom',
      path: ['categories'],
      message: `every ${what} id once ("${repeated}" stands twice)`,
    });
  }
}

/** What an administrator sends to put a poll: the definition, and when it is to close. */
export const PollRequest = z.strictObject({
  definition: PollDefinition,
  closesAt: Instant.optional(),
  importsCloseAt: Instant.optional(),
});
export type PollRequest = z.infer<typeof PollRequest>;

/** Where a poll stands. A poll is closed from `closesAt` on; nobody has to switch it. */
export const PollState = z.enum(['draft', 'open', 'closed']);
export type PollState = z.infer<typeof PollState>;

/**
 * A poll as it is kept. `earliestExpiry` is set when the poll opens and never moves: no
 * response can expire before it.
 */
export const Poll = z.object({
  id: PollId,
  definition: PollDefinition,
  opened: z.boolean(),
  openedAt: Instant.optional(),
  closesAt: Instant.optional(),
  importsCloseAt: Instant.optional(),
  earliestExpiry: Instant.optional(),
  /** The `openedAt` and the `closesAt` whose events went out. */
  openedAnnounced: Instant.optional(),
  closedAnnounced: Instant.optional(),
  version: z.int().min(1),
});
export type Poll = z.infer<typeof Poll>;
