import * as z from 'zod';
import { METRICS, VOICES } from './format.ts';
import { Instant, ItemId, LocalizedText, PollId } from './identifier.ts';

/** How a poll's answers are scored: see the ranking's method. */
export const Metric = z.enum(METRICS);
export type Metric = z.infer<typeof Metric>;

/** How organizations are weighed. */
export const Voice = z.enum(VOICES);
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

/** The level above all others that a poll may have. */
export const HIGHEST_LEVEL = 7;

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
    levels: z.int().min(3).max(HIGHEST_LEVEL),
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
    const items = categories.flatMap((category, c) =>
      category.items.map(({ id }, i) => ({ id, path: ['categories', c, 'items', i, 'id'] })),
    );
    refuseRepeated(items, 'item', context);
    refuseRepeated(
      categories.map(({ id }, c) => ({ id, path: ['categories', c, 'id'] })),
      'category',
      context,
    );
    if (items.length > MOST_ITEMS) {
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

type Placed = { readonly id: string; readonly path: readonly (string | number)[] };

/** Says where the first repeated id stands; no answer repeats what was sent. */
function refuseRepeated(placed: readonly Placed[], what: string, context: z.RefinementCtx): void {
  const ids = placed.map(({ id }) => id);
  const repeated = placed.find(({ id }, index) => ids.indexOf(id) < index);
  if (!repeated) return;
  context.addIssue({ code: 'custom', path: [...repeated.path], message: `every ${what} id once` });
}

/** What is kept until after a close must still have a year of four digits. */
const TOO_LATE_MS = Date.parse('9000-01-01T00:00:00Z');
const Close = Instant.refine(
  (instant) => !(Date.parse(instant) >= TOO_LATE_MS),
  'an instant before the year 9000',
);

/** What an administrator sends to put a poll: the definition, and when it is to close. */
export const PollRequest = z.strictObject({
  definition: PollDefinition,
  closesAt: Close.optional(),
  importsCloseAt: Close.optional(),
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

/** What anyone may know of a poll that was opened. */
export const PollDescription = z.strictObject({
  id: PollId,
  state: PollState.exclude(['draft']),
  openedAt: Instant.optional(),
  closesAt: Instant.optional(),
  definition: PollDefinition,
});
export type PollDescription = z.infer<typeof PollDescription>;

/** What administrators see of a poll. */
export const PollView = z.strictObject({
  id: PollId,
  state: PollState,
  openedAt: Instant.optional(),
  closesAt: Instant.optional(),
  importsCloseAt: Instant.optional(),
  earliestExpiry: Instant.optional().describe('No response expires before it.'),
  definition: PollDefinition,
});
export type PollView = z.infer<typeof PollView>;

/** All polls, each without what it asks. */
export const PollList = z.strictObject({
  polls: z.array(PollView.omit({ definition: true }).extend({ title: LocalizedText.optional() })),
});
export type PollList = z.infer<typeof PollList>;
