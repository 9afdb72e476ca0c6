import { planOpening } from '../../core/polls/plan-opening.ts';
import { jsonReply } from '../middleware/http-reply.ts';
import type { RouteHandler } from '../middleware/routes.ts';
import { auditOf } from './audit-of.ts';
import { findPoll } from './find-poll.ts';
import { finishPoll } from './finish-poll.ts';
import type { ManagePollsDeps } from './manage-polls-deps.ts';
import { pollView } from './poll-view.ts';
import { settlePlan } from './settle-plan.ts';
import { untilWritten } from './until-written.ts';

const OK = 200;

/** Opens a poll; of an open one, finishes what an interrupted call left undone. */
export const openPoll =
  (deps: ManagePollsDeps): RouteHandler =>
  async (event) => {
    const now = deps.now();
    const audit = auditOf(deps, event);
    const poll = await untilWritten(async () => {
      const current = await findPoll(deps, event);
      const { length } = await deps.organizations.list(current.id);
      return settlePlan(deps, planOpening(current, length, now), ({ id, closesAt = '' }) =>
        audit(id, { act: 'poll.opened', closesAt }),
      );
    });
    await finishPoll(deps, poll, now);
    return jsonReply(OK, pollView(poll, now));
  };
