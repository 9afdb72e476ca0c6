import { readInvitationCode } from '../../../../core/invitations/invitation-code.ts';
import type { CallApi, CallRefusal } from '../../api/call-api.ts';

/** How many codes one request may ask for. */
export const MOST_CODES = 500;

/**
 * What is expected of `POST /v1/polls/{poll}/organizations/{organization}/invitations`: it takes
 * `{ "count": 40 }` and answers with so many codes as the form reads them, which nobody can ask
 * for again.
 */
export type Invitations = { readonly codes: readonly string[] };

/** What came of asking for codes. */
export type MadeInvitations =
  | { readonly kind: 'made'; readonly codes: readonly string[] }
  | { readonly kind: 'damaged' | 'notHere' | 'notNow' }
  | { readonly kind: 'refused'; readonly refusal: CallRefusal };

const NOT_FOUND = 404;
const CONFLICT = 409;

/** Asks for codes; none is handed on that the form would refuse as mistyped. */
export const makeInvitations = async (
  call: CallApi,
  poll: string,
  organization: string,
  count: number,
): Promise<MadeInvitations> => {
  const path = `/v1/polls/${poll}/organizations/${organization}/invitations`;
  const answer = await call<Invitations>('POST', path, { json: { count } });
  if (answer.kind === 'done') {
    const codes = answer.value.codes.flatMap((code) => readInvitationCode(code) ?? []);
    const isWhole = codes.length === count && new Set(codes).size === count;
    return isWhole ? { kind: 'made', codes } : { kind: 'damaged' };
  }
  const { status } = answer.refusal;
  if (status === NOT_FOUND) return { kind: 'notHere' };
  return status === CONFLICT ? { kind: 'notNow' } : answer;
};
