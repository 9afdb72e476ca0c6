import { planClosing } from '../../core/polls/plan-closing.ts';
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

/** Closes a poll now; of a closed one, finishes what an interrupted call left undone. */
export const closePoll =
  (deps: ManagePollsDeps): RouteHandler =>
  async (event) => {
    const now = deps.now();
    const audit = auditOf(deps, event);
    const poll = await untilWritten(async () =>
      settlePlan(deps, planClosing(await findPoll(deps, event), now), ({ id }) =>
        audit(id, { act: 'poll.closed' }),
      ),
    );
    await finishPoll(deps, poll, now);
    return jsonReply(OK, pollView(poll, now));
  };
