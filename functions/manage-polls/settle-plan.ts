import type { AuditEntry } from '../../schemas/audit.ts';
import type { Poll } from '../../schemas/poll.ts';
import type { ProblemCode } from '../../schemas/problem-catalogue.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import type { ManagePollsDeps } from './manage-polls-deps.ts';
import type { Attempt } from './until-written.ts';

/** What is to become of a poll that is there. */
export type PollPlan =
  | { readonly kind: 'write' | 'unchanged'; readonly poll: Poll }
  | { readonly kind: 'refused'; readonly code: ProblemCode };

/**
 * Writes a poll as planned, together with the audit entry of it.
 *
 * @throws ProblemError where the plan is to refuse
 */
export const settlePlan = async (
  { polls }: Pick<ManagePollsDeps, 'polls'>,
  plan: PollPlan,
  entryOf: (poll: Poll) => AuditEntry,
): Promise<Attempt<Poll>> => {
  if (plan.kind === 'refused') throw new ProblemError(plan.code);
  if (plan.kind === 'unchanged') return { kind: 'done', value: plan.poll };
  const change = await polls.put(plan.poll, entryOf(plan.poll));
  if (change.kind === 'overtaken') return change;
  return { kind: 'done', value: { ...plan.poll, version: plan.poll.version + 1 } };
};
