import { changedMembers } from '../../core/json/changed-members.ts';
import { type PollPlan, planPoll } from '../../core/polls/plan-poll.ts';
import { PollId } from '../../schemas/identifier.ts';
import { type Poll, PollRequest } from '../../schemas/poll.ts';
import { requireBodyWithin } from '../middleware/body-limit.ts';
import { type HttpReply, jsonReply } from '../middleware/http-reply.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import { readBody } from '../middleware/read-body.ts';
import type { RouteHandler } from '../middleware/routes.ts';
import { addressId } from './address-id.ts';
import { type AuditOf, auditOf } from './audit-of.ts';
import { finishPoll } from './finish-poll.ts';
import type { ManagePollsDeps } from './manage-polls-deps.ts';
import { pollView } from './poll-view.ts';
import { type Attempt, untilWritten } from './until-written.ts';

type Settled = { readonly poll: Poll; readonly isNew: boolean };

/** A table's item holds 400 KB; a definition grows a little by what is filled in. */
const MOST_BYTES = 200 * 1024;
const CREATED = 201;
const OK = 200;

/** What a put can change of a poll. */
const MEMBERS = ['definition', 'closesAt', 'importsCloseAt'];

const settle = async (
  deps: ManagePollsDeps,
  plan: PollPlan,
  current: Poll | undefined,
  audit: AuditOf,
): Promise<Attempt<Settled>> => {
  if (plan.kind === 'invalid') throw new ProblemError('invalid-request', { errors: plan.faults });
  if (plan.kind === 'refused') throw new ProblemError(plan.code);
  if (plan.kind === 'unchanged') return { kind: 'done', value: { poll: plan.poll, isNew: false } };
  const { id, version } = plan.poll;
  const isNew = version === undefined;
  const changed = changedMembers(current, plan.poll, MEMBERS);
  const change = await deps.polls.put(
    plan.poll,
    audit(id, { act: 'poll.put', isNew, changed: [...changed] }),
  );
  if (change.kind === 'overtaken') return change;
  return { kind: 'done', value: { poll: { ...plan.poll, version: (version ?? 0) + 1 }, isNew } };
};

/**
 * Puts a poll: new, a draft anew, or an open one with a later close. A repeat finds the poll as
 * it wants it, and moves the schedule if that was left undone.
 */
export const putPoll =
  (deps: ManagePollsDeps): RouteHandler =>
  async (event): Promise<HttpReply> => {
    const id = addressId(event, 'poll', PollId);
    requireBodyWithin(event, MOST_BYTES);
    const request = readBody(event, PollRequest);
    const now = deps.now();
    const audit = auditOf(deps, event);
    const { poll, isNew } = await untilWritten(async () => {
      const current = await deps.polls.get(id);
      const plan = planPoll(id, current, request, { now, graceSeconds: deps.graceSeconds });
      return settle(deps, plan, current, audit);
    });
    await finishPoll(deps, poll, now);
    return jsonReply(isNew ? CREATED : OK, pollView(poll, now));
  };
