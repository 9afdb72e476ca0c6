import { type Markup, markup, type Part } from '../../../core/report/html/markup.ts';
import type { FormWording } from '../wording/wording.ts';
import { button, FIELDS } from './actions.ts';
import { htmlDocument } from './document.ts';
import { errorSummary, errorText, type FormError } from './error-summary.ts';
import { addressInLanguage, addressOf, type FormView, factsOf } from './form-view.ts';
import { localized, localizedMarkup } from './localized.ts';
import { message } from './passage.ts';
import { hiddenFields } from './posted-form.ts';
import { type Chosen, questions } from './questions.ts';
import { templates } from './templates.ts';

/** How the form stands when it is shown again without a script: after an error, or to change. */
export type FormState = {
  readonly chosen?: Chosen;
  readonly errors?: readonly FormError[];
  readonly invitation?: string;
  /** The response at hand, and the revision that sending makes; from 1 on it is a change. */
  readonly change?: { readonly receipt: string; readonly revision: number };
};

/** The title of a poll in a view's language. */
export const pollTitle = ({ definition, poll, wording }: FormView) =>
  localized(definition.title, poll, wording.language);

/** Buttons that show the form in its other languages with the answers kept. */
const languageButtons = ({ languages, wording }: FormView): readonly Markup[] =>
  languages
    .filter(({ language }) => language !== wording.language)
    .map(
      ({ language, name }) =>
        markup`<button form=f name=${FIELDS.language} value=${language} lang=${language}>${name}</button>`,
    );

const introduction = (view: FormView): Markup => {
  const { wording, definition } = view;
  const facts = factsOf(view);
  return markup`${
    definition.introduction !== undefined &&
    markup`<p>${localizedMarkup(definition.introduction, '', wording.language)}</p>`
  }<h2>${wording.beforeYouStart}</h2><ul>${wording
    .introduction(facts)
    .map((line) => markup`<li>${line}`)}</ul><p><a href="${addressOf(view)}/about?lang=${
    wording.language
  }" target=_blank>${wording.more}</a></p>`;
};

/** For whoever comes with a private link and no script that could read it. */
const pasteLink = (view: FormView): Markup => {
  const { privateLink, takeBack } = view.wording;
  return markup`<details class=plain><summary>${privateLink.pasteTitle}</summary><form method=post action="${addressInLanguage(view)}"><p>${privateLink.pasteText}</p><label>${privateLink.pasteLabel} <input name=${FIELDS.receipt} autocomplete=off></label>${button('ask-withdraw', takeBack)}</form></details>`;
};

const invitationField = ({ wording }: FormView, { invitation = '', errors = [] }: FormState) => {
  const error = errors.find((each) => each.startsWith('invitation'));
  return markup`<div class=field><label for=code>${wording.invitation.label}</label><p id=hint>${wording.invitation.hint} ${wording.invitation.untied}</p>${markup`<p class=error id=fault${!error && markup` hidden`}>${error !== undefined && errorText(wording, error)}</p>`}<input id=code name=${FIELDS.invitation} value="${invitation}" autocomplete=off autocapitalize=characters spellcheck=false aria-describedby="hint fault"${error !== undefined && markup` aria-invalid=true`}></div>`;
};

/** How many items are answered, which the script keeps up to date. */
const progress = ({ progress: words }: FormWording, total: number): Part => {
  const [before = '', after = ''] = words.replace('{total}', String(total)).split('{n}');
  return [before, markup`<span id=answered>0</span>`, after];
};

/** The form itself; without a script it posts to where it came from. */
const form = (view: FormView, state: FormState): Markup => {
  const { wording, definition } = view;
  const { change } = state;
  const items = definition.categories.flatMap((category) => category.items.map(({ id }) => id));
  return markup`<form id=f method=post action="${addressInLanguage(view)}" autocomplete=off data-items="${items.join(' ')}">${
    change !== undefined && hiddenFields(view, change)
  }${definition.mode === 'invited' && invitationField(view, state)}${questions(view, state.chosen ?? {})}<div class=send><p class=script>${progress(wording, items.length)}</p><button class="main script" name=${FIELDS.action} value=send>${wording.send}</button><button class="main plain" name=${FIELDS.action} value=check>${wording.check}</button></div></form>`;
};

/** What the page says about this phone; without a script nothing is ever kept on it. */
const thisPhone = ({ wording: { thisPhone: words } }: FormView): Markup =>
  markup`<section class="phone script"><h2>${words.title}</h2><p><label><input type=checkbox id=draft aria-describedby=draft-hint><span>${words.keepDraft}</span></label><small id=draft-hint>${words.hint}</small></p>${button('forget', words.forget)}</section>`;

const possibleErrors = ({ definition }: FormView): readonly FormError[] =>
  definition.mode === 'invited'
    ? ['invitationMissing', 'invitationMistyped', 'invitationRefused', 'nothingAnswered']
    : ['nothingAnswered'];

/**
 * The form's page, from the poll's definition, a language and how the form stands. The button
 * that comes first, which nobody sees, is the one that Enter in a field presses: without a script
 * it leads to the page that checks, with one nowhere, and never to another language.
 */
export const formPage = (view: FormView, state: FormState = {}): string => {
  const { wording } = view;
  const { errors = [] } = state;
  const title = pollTitle(view).text;
  const body: Part = [
    markup`<button form=f name=${FIELDS.action} value=check hidden></button><a class=skip href="#f">${wording.skipToQuestions}</a><header>${localizedMarkup(view.organization.name, view.organization.id, wording.language)}<div>${languageButtons(view)}<button type=button id=aloud name=_aloud class=script data-stop="${wording.stopReading}">${wording.readAloud}</button></div></header><main>`,
    errorSummary(wording, errors, possibleErrors(view)),
    markup`<h1>${localizedMarkup(view.definition.title, view.poll, wording.language)}</h1><div id=note role=status>${(state.change?.revision ?? 0) > 0 && message(wording.changing)}</div><div id=intro>${introduction(view)}${pasteLink(view)}</div>`,
    form(view, state),
    markup`<div id=panel></div>${thisPhone(view)}</main>`,
    templates(view),
  ];
  return htmlDocument({
    language: wording.language,
    title: errors.length > 0 ? `${wording.errorPrefix}${title}` : title,
    body,
    script: true,
  });
};
