import { type Markup, markup } from '../../../core/report/html/markup.ts';
import type { Category, Item } from '../../../schemas/poll.ts';
import { FIELDS } from './actions.ts';
import type { FormView } from './form-view.ts';
import { groupOf } from './group-of.ts';
import { localizedMarkup } from './localized.ts';

/** Levels by item id, as far as they were chosen. */
export type Chosen = Readonly<Record<string, number | undefined>>;

/** The titles of a poll's levels: its own, else those that the language has for so many. */
export const levelTitles = ({ definition, wording }: FormView): readonly Markup[] => {
  const { levels, levelTitles: own } = definition;
  return Array.from({ length: levels }, (_, index) => {
    const usual = wording.levels[levels]?.[index] ?? String(index + 1);
    return own ? localizedMarkup(own[index], usual, wording.language) : markup`${usual}`;
  });
};

type Question = {
  readonly view: FormView;
  readonly item: Item;
  readonly number: number;
  readonly titles: readonly Markup[];
  readonly chosen: number | undefined;
};

const question = ({ view, item, number, titles, chosen }: Question): Markup => {
  const { wording } = view;
  const group = groupOf(number - 1);
  const options = titles.map(
    (title, index) =>
      markup`<label><input type=radio name=${group} value=${index + 1}${chosen === index + 1 && markup` checked`}><span>${title}</span></label>`,
  );
  return markup`<fieldset id=${group}><legend>${number}. ${localizedMarkup(item.title, item.id, wording.language)}</legend><div class=o>${options}</div><button class=clear name=${FIELDS.clear} value=${group}>${wording.clear}<span class=key> (${wording.clearKey})</span></button></fieldset>`;
};

const section = (view: FormView, { id, title, items }: Category, questions: readonly Markup[]) =>
  items.length > 0 &&
  markup`<section><h2>${localizedMarkup(title, id, view.wording.language)}</h2>${questions}</section>`;

/**
 * The items in their categories, one below the other: a named group of native radios each, none
 * preselected, and a button that takes a choice back.
 */
export const questions = (view: FormView, chosen: Chosen): readonly (Markup | false)[] => {
  const titles = levelTitles(view);
  const numbers = new Map(
    view.definition.categories
      .flatMap(({ items }) => items)
      .map(({ id }, index) => [id, index + 1] as const),
  );
  return view.definition.categories.map((category) =>
    section(
      view,
      category,
      category.items.map((item) =>
        question({
          view,
          item,
          number: numbers.get(item.id) ?? 0,
          titles,
          chosen: chosen[item.id],
        }),
      ),
    ),
  );
};
