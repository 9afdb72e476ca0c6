import { viewParticipation } from '../../core/participation/view-participation.ts';
import { PollId } from '../../schemas/identifier.ts';
import type { Organization } from '../../schemas/organization.ts';
import { pathParameter } from '../middleware/http-event.ts';
import { jsonReply } from '../middleware/http-reply.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import { type Charge, requireCharge } from '../middleware/roles.ts';
import type { RouteHandler } from '../middleware/routes.ts';
import type { ShowParticipationDeps } from './show-participation-deps.ts';

const OK = 200;

/** @throws ProblemError `coordinators-only` where none of the caller's organizations is in it */
const organizationsFor = async (
  { organizations }: Pick<ShowParticipationDeps, 'organizations'>,
  poll: string,
  charge: Charge,
): Promise<readonly Organization[]> => {
  if (charge.kind === 'all') return organizations.list(poll);
  const found = await Promise.all(charge.organizations.map((id) => organizations.get(poll, id)));
  const own = found.filter((one) => one !== undefined);
  if (own.length === 0) throw new ProblemError('coordinators-only');
  return own;
};

/**
 * Shows how many answered through each organization: to administrators of all, to coordinators of
 * their own. A coordinator of none in it is not told whether there is such a poll.
 */
export const showPollParticipation =
  (deps: ShowParticipationDeps): RouteHandler =>
  async (event) => {
    const charge = requireCharge(event, deps.rolesClaim);
    const id = PollId.safeParse(pathParameter(event, 'poll'));
    const poll = id.success ? await deps.polls.get(id.data) : undefined;
    if (!poll) throw new ProblemError(charge.kind === 'all' ? 'unknown-poll' : 'coordinators-only');
    const organizations = await organizationsFor(deps, poll.id, charge);
    const counted = await deps.participation.get(poll.id);
    return jsonReply(OK, viewParticipation(poll, organizations, counted, deps.now()));
  };
