import * as z from 'zod';
import { faultsOf } from '../../core/json/faults-of.ts';
import { AuditLimit, AuditPlace } from '../../schemas/audit.ts';
import type { HttpEvent } from '../middleware/http-event.ts';
import { jsonReply } from '../middleware/http-reply.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import type { RouteHandler } from '../middleware/routes.ts';
import { findPoll } from './find-poll.ts';
import type { ManagePollsDeps } from './manage-polls-deps.ts';

const OK = 200;

/** As it stands in an address. */
const WHOLE_NUMBER = z
  .string()
  .regex(/^\d{1,9}$/, 'a whole number')
  .transform(Number);

const PageRequest = z.strictObject({
  before: AuditPlace.optional(),
  limit: WHOLE_NUMBER.optional().pipe(AuditLimit),
});

const pageIn = ({ queryStringParameters = {} }: HttpEvent) => {
  const page = PageRequest.safeParse(queryStringParameters);
  if (page.success) return page.data;
  throw new ProblemError('invalid-request', {
    detail: 'Correct the part of the address after "?" and send the request again.',
    errors: faultsOf(page.error),
  });
};

/** Tells who did what with a poll and when, newest first, a page at a time. */
export const listAudit =
  (deps: ManagePollsDeps): RouteHandler =>
  async (event) => {
    const page = pageIn(event);
    const { id } = await findPoll(deps, event);
    return jsonReply(OK, await deps.auditTrail.list(id, page));
  };
