import { type Markup, markup } from '../../../core/report/html/markup.ts';
import type { FormWording } from '../wording/wording.ts';

/** What keeps answers from being sent. */
export type FormError =
  | 'nothingAnswered'
  | 'invitationMissing'
  | 'invitationMistyped'
  | 'invitationRefused';

/** Where each error is mended. */
const TARGETS: Readonly<Record<FormError, string>> = {
  nothingAnswered: 'q1',
  invitationMissing: 'code',
  invitationMistyped: 'code',
  invitationRefused: 'code',
};

/** What each error says. */
export const errorText = (wording: FormWording, error: FormError): string =>
  ({
    nothingAnswered: wording.nothingAnswered,
    invitationMissing: wording.invitation.missing,
    invitationMistyped: wording.invitation.mistyped,
    invitationRefused: wording.invitation.refused,
  })[error];

const entry = (wording: FormWording, error: FormError): Markup =>
  markup`<li data-error=${error}><a href="#${TARGETS[error]}">${errorText(wording, error)}</a>`;

/**
 * The summary of what is wrong, above everything else, each entry a link to where it is mended.
 * With no errors it is what the script shows entries of: all are there, hidden.
 */
export const errorSummary = (
  wording: FormWording,
  errors: readonly FormError[],
  possible: readonly FormError[],
): Markup => {
  const shown = errors.length > 0 ? errors : possible;
  return markup`<div id=errors class=errors data-prefix="${wording.errorPrefix}" role=alert tabindex=-1${errors.length === 0 && markup` hidden`}><h2>${wording.errorTitle}</h2><ul>${shown.map((error) => entry(wording, error))}</ul></div>`;
};
