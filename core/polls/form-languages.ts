import type { PollDefinition } from '../../schemas/poll.ts';

/** The languages that the form itself speaks, BCP 47; the first where nothing tells which. */
export const SPOKEN_BY_FORM: readonly string[] = ['en', 'es'];

/**
 * The languages that a poll's form is offered in, BCP 47: those that it speaks and that the title
 * of every category and item is in, or all where no title is in any of them. The poll's own title
 * has no say: where it is missing in one of these, it stands there in another.
 */
export const formLanguages = ({
  categories,
}: Pick<PollDefinition, 'categories'>): readonly string[] => {
  const titles = categories
    .flatMap(({ title, items }) => [title, ...items.map((item) => item.title)])
    .filter((title) => title !== undefined);
  const whole = SPOKEN_BY_FORM.filter((language) => titles.every((title) => title[language]));
  return whole.length > 0 ? whole : SPOKEN_BY_FORM;
};
