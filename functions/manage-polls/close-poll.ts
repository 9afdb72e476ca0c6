import { type ClosingPlan, planClosing } from '../../core/polls/plan-closing.ts';
import type { Poll } from '../../schemas/poll.ts';
import { jsonReply } from '../middleware/http-reply.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import type { RouteHandler } from '../middleware/routes.ts';
import { findPoll } from './find-poll.ts';
import { finishPoll } from './finish-poll.ts';
import type { ManagePollsDeps } from './manage-polls-deps.ts';
import { pollView } from './poll-view.ts';
import { type Attempt, untilWritten } from './until-written.ts';

const OK = 200;

const settle = async (deps: ManagePollsDeps, plan: ClosingPlan): Promise<Attempt<Poll>> => {
  if (plan.kind === 'refused') throw new ProblemError(plan.code);
  if (plan.kind === 'unchanged') return { kind: 'done', value: plan.poll };
  const change = await deps.polls.put(plan.poll);
  if (change.kind === 'overtaken') return change;
  return { kind: 'done', value: { ...plan.poll, version: plan.poll.version + 1 } };
};

/** Closes a poll now; of a closed one, finishes what an interrupted call left undone. */
export const closePoll =
  (deps: ManagePollsDeps): RouteHandler =>
  async (event) => {
    const now = deps.now();
    const poll = await untilWritten(async () =>
      settle(deps, planClosing(await findPoll(deps, event), now)),
    );
    await finishPoll(deps, poll, now);
    return jsonReply(OK, pollView(poll, now));
  };
