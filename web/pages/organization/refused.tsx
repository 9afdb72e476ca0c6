import type { CallRefusal } from '../api/call-api.ts';
import { type Action, MessagePage } from '../message-page.tsx';
import type { Message, PagesWording } from '../wording/wording.ts';
import type { OrganizationWording } from './wording/wording.ts';

const UNAUTHORIZED = 401;
const FORBIDDEN = 403;
const TOO_MANY = 429;

/** What a page needs to say why something is not there, and what to do about it. */
export type Refusing = {
  readonly words: PagesWording;
  readonly own: OrganizationWording;
  readonly signIn: () => void;
};

const messageOf = (own: OrganizationWording, { status }: CallRefusal): Message => {
  if (status === UNAUTHORIZED) return own.signedOut;
  if (status === FORBIDDEN) return own.notYours;
  return status === TOO_MANY ? own.tooMany : own.away;
};

const actionOf = (
  { words, own, signIn }: Refusing,
  { status }: CallRefusal,
  again: () => void,
): Action =>
  status === UNAUTHORIZED
    ? { label: own.signInAgain, act: signIn }
    : { label: words.again, act: again };

/** Why there is no page. */
export const RefusedPage = ({
  refusing,
  refusal,
  again,
}: {
  readonly refusing: Refusing;
  readonly refusal: CallRefusal;
  readonly again: () => void;
}) => (
  <MessagePage
    words={refusing.words}
    message={messageOf(refusing.own, refusal)}
    {...(refusal.status !== FORBIDDEN && { action: actionOf(refusing, refusal, again) })}
  />
);

/** Why a part of a page is not there, or why something was not done. */
export const RefusedNote = ({
  refusing,
  refusal,
  again,
}: {
  readonly refusing: Refusing;
  readonly refusal: CallRefusal;
  readonly again: () => void;
}) => {
  const { title, text } = messageOf(refusing.own, refusal);
  const { label, act } = actionOf(refusing, refusal, again);
  return (
    <div class="notice">
      <p>
        <strong>{title}.</strong> {text}
      </p>
      <button type="button" onClick={act}>
        {label}
      </button>
    </div>
  );
};
