import { type AuditEntry, type AuditedAct, Subject } from '../../schemas/audit.ts';
import { correlationOf } from '../middleware/correlation.ts';
import { claimOf, type HttpEvent } from '../middleware/http-event.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import type { ManagePollsDeps } from './manage-polls-deps.ts';

/** Makes the audit entry of an act on a poll. */
export type AuditOf = (poll: string, act: AuditedAct) => AuditEntry;

/**
 * Makes the audit entries of one request, each to be written in the transaction of its act.
 *
 * @throws ProblemError `subject-required` where the token does not say whose it is
 */
export const auditOf = (
  { now, newId }: Pick<ManagePollsDeps, 'now' | 'newId'>,
  event: HttpEvent,
): AuditOf => {
  const actor = Subject.safeParse(claimOf(event, 'sub'));
  if (!actor.success) throw new ProblemError('subject-required');
  const correlation = correlationOf(event);
  return (poll, act) => ({
    id: newId(),
    at: now().toISOString(),
    actor: actor.data,
    poll,
    ...(correlation && { correlation }),
    ...act,
  });
};
