import { OrganizationId } from '../../schemas/identifier.ts';
import type { Poll } from '../../schemas/poll.ts';
import { type HttpEvent, pathParameter } from '../middleware/http-event.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import { findPoll } from './find-poll.ts';
import type { ManagePollsDeps } from './manage-polls-deps.ts';

/**
 * The poll and the organization's id that a request's address names.
 *
 * @throws ProblemError `unknown-poll` or `unknown-organization`
 */
export const findOrganization = async (
  deps: Pick<ManagePollsDeps, 'polls' | 'organizations'>,
  event: HttpEvent,
): Promise<{ readonly poll: Poll; readonly organization: string }> => {
  const poll = await findPoll(deps, event);
  const id = OrganizationId.safeParse(pathParameter(event, 'organization'));
  const found = id.success ? await deps.organizations.get(poll.id, id.data) : undefined;
  if (!found) throw new ProblemError('unknown-organization');
  return { poll, organization: found.id };
};
