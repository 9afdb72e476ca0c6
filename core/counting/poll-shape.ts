import type { PollDefinition } from '../../schemas/poll.ts';

/** How many items a poll has and on how many levels each is answered: the size of its tallies. */
export type PollShape = { readonly items: number; readonly levels: number };

/** The shape of a poll's tallies. */
export const pollShape = ({
  categories,
  levels,
}: Pick<PollDefinition, 'categories' | 'levels'>): PollShape => ({
  items: categories.reduce((sum, category) => sum + category.items.length, 0),
  levels,
});
