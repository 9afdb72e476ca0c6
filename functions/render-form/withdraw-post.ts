import { responseIdOf } from '../../adapters/crypto/response-id.ts';
import { secondsToWait } from '../../core/collecting/slowing.ts';
import {
  anotherFormPage,
  askWithdrawPage,
  outcomePage,
} from '../../web/form/page/after-sending.ts';
import { addressOf } from '../../web/form/page/form-view.ts';
import type { HttpReply } from '../middleware/http-reply.ts';
import { htmlReply } from './html-reply.ts';
import { slowed } from './slowed.ts';
import { refusal, type Step, termsFor } from './step.ts';

const OK = 200;
const UNPROCESSABLE = 422;

const noReceipt = ({ view }: Step): HttpReply => {
  const passage = { title: view.wording.privateLink.notALink, text: [] };
  return htmlReply(UNPROCESSABLE, outcomePage(view, passage, true));
};

/** A link of another poll or organization opens nothing here: there it is to be pasted. */
const unusable = (step: Step): HttpReply | undefined => {
  const { view, posted } = step;
  const { pastedPath, receipt } = posted;
  if (pastedPath !== undefined && pastedPath !== addressOf(view)) {
    return htmlReply(UNPROCESSABLE, anotherFormPage(view, pastedPath));
  }
  return receipt === undefined ? noReceipt(step) : undefined;
};

/** Asks once more before answers are taken back. */
export const askWithdrawPost = (step: Step): HttpReply =>
  unusable(step) ?? htmlReply(OK, askWithdrawPage(step.view, step.posted.receipt ?? ''));

/** No answers are there, and while very many come in, none can be kept out either. */
const notKeptOut = ({ view, deps }: Step, wait: number): HttpReply =>
  slowed(deps, outcomePage(view, view.wording.refused.unknownResponse, true), wait);

/**
 * Leaves a tombstone in the place of the response, as the API does, and says so where there was
 * none: answers that count elsewhere are not to be thought taken back.
 */
export const withdrawPost = async (step: Step): Promise<HttpReply> => {
  const { view, posted, deps } = step;
  const fault = unusable(step);
  if (fault) return fault;
  const found = await termsFor(step);
  if (found.kind === 'refused') return found.reply;
  const id = responseIdOf(posted.receipt ?? '');
  const key = { poll: view.poll, organization: view.organization.id, id };
  const wait = secondsToWait(await deps.slowUntilOf(key.poll, key.organization), found.now);
  const options = { changesOnly: wait > 0 };
  const { kind } = await deps.responses.withdraw(key, found.terms.expiresAt, options);
  if (kind === 'unknown' && wait > 0) return notKeptOut(step, wait);
  deps.log.info('response.withdrawn');
  if (kind === 'unknown') return refusal(view, kind);
  return htmlReply(OK, outcomePage(view, view.wording.takenBack));
};
