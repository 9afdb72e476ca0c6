import { type Markup, markup, type Part } from '../../../core/report/html/markup.ts';
import { button } from './actions.ts';
import { type FormView, factsOf } from './form-view.ts';
import { paragraphs } from './passage.ts';

/** A private link, and its QR code as the path of an SVG. */
export type PrivateLink = { readonly href: string; readonly qr: Part };

/**
 * The private link: what it is good for and what it means if it is lost or shared. Without a
 * link it is the template that the script fills in.
 */
export const privateLink = (view: FormView, link?: PrivateLink): Markup => {
  const { privateLink: words } = view.wording;
  const title = link ? markup`<h2>${words.title}</h2>` : markup`<h3>${words.title}</h3>`;
  return markup`${title}${paragraphs(words.text(factsOf(view)))}<p class=link>${
    link ? markup`<a href="${link.href}">${link.href}</a>` : markup`<a></a>`
  }</p>${link ? link.qr : markup`<svg class=qr role=img aria-label="${words.qr}"><path /></svg>`}${
    !link && [
      button('copy', words.copy, { done: words.copied }),
      button('keep', words.keep, { done: words.kept }),
    ]
  }`;
};
