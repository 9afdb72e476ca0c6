import { responseIdOf } from '../../adapters/crypto/response-id.ts';
import type { PutOutcome } from '../../adapters/dynamodb/responses.ts';
import { expiringResponse } from '../../core/collecting/expiring-response.ts';
import { readSubmission } from '../../core/collecting/read-submission.ts';
import { secondsToWait } from '../../core/collecting/slowing.ts';
import { sentPage, slowedPage } from '../../web/form/page/after-sending.ts';
import { addressInLanguage } from '../../web/form/page/form-view.ts';
import { qrPath } from '../../web/form/qr/qr-path.ts';
import type { HttpReply } from '../middleware/http-reply.ts';
import { htmlReply } from './html-reply.ts';
import { slowed } from './slowed.ts';
import { errorsIn, formAgain, refusal, type Step, termsFor } from './step.ts';

const OK = 200;
const CREATED = 201;

/** New responses wait while there are very many: the same page sends them again. */
const sentAgain = ({ view, posted, deps }: Step, receipt: string, wait: number): HttpReply => {
  const { chosen, invitation, revision } = posted;
  return slowed(deps, slowedPage(view, { chosen, invitation, revision, receipt }), wait);
};

/** The page with the private link, from which the answers can be changed while it is open. */
const accepted = ({ view, posted, deps }: Step, receipt: string, kind: PutOutcome['kind']) => {
  const { chosen, invitation, revision } = posted;
  const link = `${deps.siteUrl}${addressInLanguage(view)}#${receipt}`;
  const next = { chosen, invitation, receipt, revision: revision + 1 };
  const page = sentPage(view, { ...next, link, qr: qrPath(link) });
  return htmlReply(kind === 'created' ? CREATED : OK, page);
};

/** Keeps a response on just the conditions on which the API keeps one. */
export const sendPost = async (step: Step): Promise<HttpReply> => {
  const { view, posted, deps } = step;
  const found = await termsFor(step);
  if (found.kind === 'refused') return found.reply;
  const errors = errorsIn(step);
  if (errors.length > 0) return formAgain(step, errors);
  const { answers, revision, receipt = deps.newReceipt() } = posted;
  const read = readSubmission({ revision, channel: 'web', answers }, found.terms);
  if (read.kind === 'invalid') return refusal(view, 'invalid');
  const key = { poll: view.poll, organization: view.organization.id, id: responseIdOf(receipt) };
  const wait = secondsToWait(await deps.slowUntilOf(key.poll, key.organization), found.now);
  const { kind } = await deps.responses.put(
    key,
    expiringResponse(read.submission, found.terms, found.now),
    { changesOnly: wait > 0 },
  );
  if (kind === 'unknown') return sentAgain(step, receipt, wait);
  if (kind === 'superseded' || kind === 'withdrawn') return refusal(view, kind);
  deps.log.info('response.accepted', { outcome: kind, channel: 'web' });
  return accepted(step, receipt, kind);
};
