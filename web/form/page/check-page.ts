import { markup } from '../../../core/report/html/markup.ts';
import { button } from './actions.ts';
import type { FormView } from './form-view.ts';
import { localizedMarkup } from './localized.ts';
import { plainPage } from './plain-page.ts';
import { type HandedOn, postedForm } from './posted-form.ts';
import { type Chosen, levelTitles } from './questions.ts';

/**
 * What was chosen, before it is sent. The receipt is made for this page and lies in its form, so
 * that sending twice, by a second tap or by loading the answer again, is sending once.
 */
export const checkPage = (view: FormView, handedOn: HandedOn & { readonly chosen: Chosen }) => {
  const { wording, definition } = view;
  const titles = levelTitles(view);
  const items = definition.categories.flatMap((category) => category.items);
  const { checking } = wording;
  const answered = items.filter(({ id }) => handedOn.chosen[id] !== undefined).length;
  return plainPage({
    wording,
    organization: view.organization,
    passage: {
      title: checking.title,
      text: [checking.text, checking.answered(answered, items.length)],
    },
    more: [
      markup`<dl>${items.map(
        ({ id, title }) =>
          markup`<dt>${localizedMarkup(title, id, wording.language)}</dt><dd>${titles[(handedOn.chosen[id] ?? 0) - 1] ?? checking.open}</dd>`,
      )}</dl>`,
      postedForm(view, handedOn, [
        button('send', wording.send, { isMain: true }),
        button('edit', checking.back),
      ]),
    ],
  });
};
