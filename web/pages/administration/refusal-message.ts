import type { CallRefusal } from '../api/call-api.ts';
import type { Message } from '../wording/wording.ts';
import type { AdministrationWording } from './wording/wording.ts';

const NO_ANSWER = 0;
const UNAUTHORIZED = 401;
const FORBIDDEN = 403;
const TOO_MANY = 429;

/** Whether signing in again is what helps. */
export const needsSignIn = ({ status }: CallRefusal): boolean => status === UNAUTHORIZED;

/** Whether another account is what helps. */
export const isForbidden = ({ status }: CallRefusal): boolean => status === FORBIDDEN;

/** What a refusal says to an administrator: what happened, and what to do about it. */
export const refusalMessage = (
  refusal: CallRefusal,
  { refusals }: Pick<AdministrationWording, 'refusals'>,
): Message => {
  const byCode = refusals.byCode[refusal.problem?.code ?? ''];
  if (byCode) return byCode;
  if (needsSignIn(refusal)) return refusals.signInAgain;
  if (isForbidden(refusal)) return refusals.administratorsOnly;
  if (refusal.status === TOO_MANY) return refusals.tooMany;
  return refusal.status === NO_ANSWER ? refusals.away : refusals.other;
};
