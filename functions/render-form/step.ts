import { readInvitationCode } from '../../core/invitations/invitation-code.ts';
import { pollState } from '../../core/polls/poll-state.ts';
import { outcomePage } from '../../web/form/page/after-sending.ts';
import type { FormError } from '../../web/form/page/error-summary.ts';
import { formPage } from '../../web/form/page/form-page.ts';
import type { FormView } from '../../web/form/page/form-view.ts';
import type { HttpReply } from '../middleware/http-reply.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import { htmlReply } from './html-reply.ts';
import type { Posted } from './read-post.ts';
import type { RenderFormDeps } from './render-form-deps.ts';

/** One step of somebody without a script: what was posted, about which form. */
export type Step = {
  readonly view: FormView;
  readonly posted: Posted;
  readonly deps: RenderFormDeps;
};

const OK = 200;
const CONFLICT = 409;
const NOT_FOUND = 404;
const GONE = 410;
const UNPROCESSABLE = 422;

const invitationErrors = (typed: string): readonly FormError[] => {
  if (typed === '') return ['invitationMissing'];
  return readInvitationCode(typed) === undefined ? ['invitationMistyped'] : [];
};

/** What is to be mended before answers can be sent. */
export const errorsIn = ({ view, posted }: Step): readonly FormError[] => [
  ...(view.definition.mode === 'invited' ? invitationErrors(posted.invitation.trim()) : []),
  ...(Object.keys(posted.answers).length === 0 ? (['nothingAnswered'] as const) : []),
];

/** The form again, with what was posted in it, and what is to be mended. */
export const formAgain = ({ view, posted }: Step, errors: readonly FormError[] = []): HttpReply => {
  const { chosen, invitation, receipt, revision } = posted;
  const state = { chosen, invitation, errors, ...(receipt && { change: { receipt, revision } }) };
  return htmlReply(errors.length > 0 ? UNPROCESSABLE : OK, formPage(view, state));
};

type Refusal = 'closed' | 'not-open-yet' | 'superseded' | 'withdrawn' | 'unknown' | 'invalid';

const STATUS: Readonly<Record<Refusal, number>> = {
  closed: CONFLICT,
  'not-open-yet': CONFLICT,
  superseded: CONFLICT,
  withdrawn: GONE,
  unknown: NOT_FOUND,
  invalid: UNPROCESSABLE,
};

/** Why nothing was kept, with the status that the API gives. */
export const refusal = (view: FormView, kind: Refusal): HttpReply => {
  const { refused } = view.wording;
  const passage = {
    closed: refused.closed,
    'not-open-yet': refused.notOpenYet,
    superseded: refused.superseded,
    withdrawn: refused.withdrawn,
    unknown: refused.unknownResponse,
    invalid: refused.other,
  }[kind];
  return htmlReply(STATUS[kind], outcomePage(view, passage, true));
};

/**
 * The terms that a change comes under, or the refusal where the poll is not open. Remembered no
 * longer than intake remembers them: the seal waits for both alike.
 */
export const termsFor = async ({ view, deps }: Step) => {
  const terms = await deps.termsOf(view.poll);
  if (!terms) throw new ProblemError('unknown-poll');
  const now = deps.now();
  const state = pollState(terms, now);
  if (state === 'open') return { kind: 'open', terms, now } as const;
  const reply = refusal(view, state === 'closed' ? 'closed' : 'not-open-yet');
  return { kind: 'refused', reply } as const;
};
