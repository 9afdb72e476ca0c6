import type { PollDefinition } from '../../../../schemas/poll.ts';

/** A file of answers on paper without any: a column an item, by its id, in the poll's order. */
export const emptyFile = ({ categories }: Pick<PollDefinition, 'categories'>): string =>
  `${categories.flatMap(({ items }) => items.map(({ id }) => id)).join(',')}\r\n`;
