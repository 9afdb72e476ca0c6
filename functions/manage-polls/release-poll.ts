import type { RequestedRollUp } from '../../schemas/release.ts';
import { jsonReply } from '../middleware/http-reply.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import type { RouteHandler } from '../middleware/routes.ts';
import { auditOf } from './audit-of.ts';
import { findPoll } from './find-poll.ts';
import type { ManagePollsDeps } from './manage-polls-deps.ts';

const ACCEPTED = 202;

/**
 * Asks for a roll-up now; whether it releases anything is for the disclosure rules to say. The
 * audit entry goes first: it says that a release was asked for, also where the asking then fails.
 */
export const releasePoll =
  (deps: ManagePollsDeps): RouteHandler =>
  async (event) => {
    const audit = auditOf(deps, event);
    const poll = await findPoll(deps, event);
    if (!poll.opened) throw new ProblemError('not-open-yet');
    await deps.auditTrail.record(audit(poll.id, { act: 'release.requested' }));
    await deps.requestRollUp(poll.id);
    const requested: RequestedRollUp = { kind: 'requested' };
    return jsonReply(ACCEPTED, requested);
  };
