import { responseIdOf } from '../../adapters/crypto/response-id.ts';
import { askWithdrawPage, outcomePage } from '../../web/form/page/after-sending.ts';
import type { HttpReply } from '../middleware/http-reply.ts';
import { htmlReply } from './html-reply.ts';
import { type Step, termsFor } from './step.ts';

const OK = 200;
const UNPROCESSABLE = 422;

const noReceipt = ({ view }: Step): HttpReply => {
  const passage = { title: view.wording.privateLink.notALink, text: [] };
  return htmlReply(UNPROCESSABLE, outcomePage(view, passage, true));
};

/** Asks once more before answers are taken back. */
export const askWithdrawPost = (step: Step): HttpReply => {
  const { receipt } = step.posted;
  return receipt ? htmlReply(OK, askWithdrawPage(step.view, receipt)) : noReceipt(step);
};

/** Leaves a tombstone in the place of the response, as the API does. */
export const withdrawPost = async (step: Step): Promise<HttpReply> => {
  const { view, posted, deps } = step;
  if (!posted.receipt) return noReceipt(step);
  const found = await termsFor(step);
  if (found.kind === 'refused') return found.reply;
  const id = responseIdOf(posted.receipt);
  const key = { poll: view.poll, organization: view.organization.id, id };
  await deps.responses.withdraw(key, found.terms.expiresAt);
  deps.log.info('response.withdrawn');
  return htmlReply(OK, outcomePage(view, view.wording.takenBack));
};
