import { type Markup, markup, type Part } from '../../../core/report/html/markup.ts';
import { FIELDS } from './actions.ts';
import { addressInLanguage, type FormView } from './form-view.ts';
import { groupOf } from './group-of.ts';
import type { Chosen } from './questions.ts';

/** What a page without a script hands on to the next in hidden fields: never in its address. */
export type HandedOn = {
  readonly chosen?: Chosen;
  readonly invitation?: string | undefined;
  readonly receipt?: string | undefined;
  readonly revision?: number | undefined;
};

const hidden = (name: string, value: string | number | undefined): Markup | false =>
  value !== undefined && markup`<input type=hidden name=${name} value="${value}">`;

/** The hidden fields of a form, so that it goes on where the last page ended. */
export const hiddenFields = (view: FormView, handedOn: HandedOn): Part => {
  const items = view.definition.categories.flatMap(({ items }) => items);
  return [
    hidden(FIELDS.receipt, handedOn.receipt),
    hidden(FIELDS.revision, handedOn.revision),
    hidden(FIELDS.invitation, handedOn.invitation),
    ...items.map(({ id }, index) => hidden(groupOf(index), handedOn.chosen?.[id])),
  ];
};

/** Buttons that post what was handed on. */
export const postedForm = (view: FormView, handedOn: HandedOn, buttons: Part): Markup =>
  markup`<form method=post action="${addressInLanguage(view)}" autocomplete=off>${hiddenFields(view, handedOn)}${buttons}</form>`;
