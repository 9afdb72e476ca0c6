import { type Markup, markup } from '../../../core/report/html/markup.ts';
import type { FormPost, FormStep } from '../../../schemas/form-post.ts';

/** Names of the form's own fields: none can be an item's id, which has no underscore. */
export const FIELDS = {
  receipt: '_receipt',
  revision: '_revision',
  invitation: '_invitation',
  language: '_lang',
  clear: '_clear',
  action: '_do',
} as const satisfies Readonly<Record<string, keyof (typeof FormPost)['shape']>>;

/** What a button asks for; the script and the service answer to the same words. */
export type Action =
  | FormStep
  | 'retry'
  | 'keep'
  | 'copy'
  | 'new'
  | 'forget'
  | 'forget-all'
  | 'back';

type Look = {
  /** Whether it is what the page is for, and stands out. */
  readonly isMain?: boolean;
  /** What it says once the script has done what it asks for. */
  readonly done?: string;
};

/** A button that asks for something. */
export const button = (action: Action, label: string, { isMain, done }: Look = {}): Markup =>
  markup`<button name=${FIELDS.action} value=${action}${isMain === true && markup` class=main`}${done !== undefined && markup` data-done="${done}"`}>${label}</button>`;
