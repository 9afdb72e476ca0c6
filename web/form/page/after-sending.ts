import { markup } from '../../../core/report/html/markup.ts';
import type { QrPath } from '../qr/qr-path.ts';
import type { Passage } from '../wording/wording.ts';
import { button } from './actions.ts';
import { addressInLanguage, type FormView } from './form-view.ts';
import { plainPage } from './plain-page.ts';
import { type HandedOn, postedForm } from './posted-form.ts';
import { privateLink } from './private-link.ts';

/** A response that was sent from a page without a script. */
export type SentResponse = HandedOn & { readonly link: string; readonly qr: QrPath };

/** The one page that shows the private link to somebody without scripts. */
export const sentPage = (view: FormView, { link, qr, ...handedOn }: SentResponse): string => {
  const { wording } = view;
  return plainPage({
    wording,
    organization: view.organization,
    passage: wording.sent,
    more: [
      privateLink(view, {
        href: link,
        qr: markup`<svg class=qr role=img aria-label="${wording.privateLink.qr}" viewBox="0 0 ${qr.size} ${qr.size}"><path d="${qr.path}"/></svg>`,
      }),
      postedForm(view, handedOn, [
        button('edit', wording.change),
        button('ask-withdraw', wording.takeBack),
      ]),
    ],
  });
};

/** Asks once more before answers are taken back. */
export const askWithdrawPage = (view: FormView, receipt: string): string =>
  plainPage({
    wording: view.wording,
    organization: view.organization,
    passage: view.wording.askTakeBack,
    more: [
      postedForm(view, { receipt }, button('withdraw', view.wording.yesTakeBack, { isMain: true })),
      markup`<p><a href="${addressInLanguage(view)}">${view.wording.noKeep}</a></p>`,
    ],
  });

/** Has answers that have to wait sent again from this page, under the same receipt. */
export const slowedPage = (view: FormView, handedOn: HandedOn): string =>
  plainPage({
    wording: view.wording,
    organization: view.organization,
    passage: view.wording.pages.slowed,
    isError: true,
    more: postedForm(view, handedOn, button('send', view.wording.tryAgain, { isMain: true })),
  });

/** Says that a pasted link is for another form of this site, and leads there. */
export const anotherFormPage = (view: FormView, path: string): string =>
  plainPage({
    wording: view.wording,
    organization: view.organization,
    passage: view.wording.privateLink.anotherForm,
    isError: true,
    more: markup`<p><a href="${path}?lang=${view.wording.language}">${view.wording.privateLink.openOther}</a></p><p><a href="${addressInLanguage(view)}">${view.wording.backToForm}</a></p>`,
  });

/** What became of a post, where there is nothing more to do than to go back to the form. */
export const outcomePage = (view: FormView, passage: Passage, isError = false): string =>
  plainPage({
    wording: view.wording,
    organization: view.organization,
    passage,
    isError,
    more: markup`<p><a href="${addressInLanguage(view)}">${view.wording.backToForm}</a></p>`,
  });
