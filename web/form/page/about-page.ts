import { markup } from '../../../core/report/html/markup.ts';
import { addressInLanguage, type FormView, factsOf } from './form-view.ts';
import { paragraphs } from './passage.ts';
import { plainPage } from './plain-page.ts';

/** Everything that happens to answers, and what never does. */
export const aboutPage = (view: FormView): string => {
  const { wording } = view;
  return plainPage({
    wording,
    organization: view.organization,
    alternatives: view.languages,
    passage: { title: wording.about.title, text: [] },
    more: [
      wording.about
        .passages(factsOf(view))
        .map(({ title, text }) => markup`<h2>${title}</h2>${paragraphs(text)}`),
      markup`<p><a href="${addressInLanguage(view)}">${wording.backToForm}</a></p>`,
    ],
  });
};
