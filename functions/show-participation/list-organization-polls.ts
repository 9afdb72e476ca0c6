import { viewOrganizationPoll } from '../../core/participation/view-organization-poll.ts';
import { OrganizationId } from '../../schemas/identifier.ts';
import type { OrganizationPolls } from '../../schemas/participation.ts';
import { type HttpEvent, pathParameter } from '../middleware/http-event.ts';
import { jsonReply } from '../middleware/http-reply.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import { requireCharge } from '../middleware/roles.ts';
import type { RouteHandler } from '../middleware/routes.ts';
import type { ShowParticipationDeps } from './show-participation-deps.ts';

const OK = 200;

/** @throws ProblemError `coordinators-only` or `unknown-organization` */
const organizationIn = (event: HttpEvent, rolesClaim: string): string => {
  const charge = requireCharge(event, rolesClaim);
  const id = OrganizationId.safeParse(pathParameter(event, 'organization'));
  if (charge.kind === 'own' && !(id.success && charge.organizations.includes(id.data))) {
    throw new ProblemError('coordinators-only');
  }
  if (!id.success) throw new ProblemError('unknown-organization');
  return id.data;
};

/** Lists the polls that an organization takes part in; none where nobody put it into one. */
export const listOrganizationPolls =
  (deps: ShowParticipationDeps): RouteHandler =>
  async (event) => {
    const organization = organizationIn(event, deps.rolesClaim);
    const now = deps.now();
    const polls = await Promise.all(
      (await deps.polls.list()).map(async (id) => {
        const [poll, member] = await Promise.all([
          deps.polls.get(id),
          deps.organizations.get(id, organization),
        ]);
        return poll && member ? [viewOrganizationPoll(poll, member, now)] : [];
      }),
    );
    const list: OrganizationPolls = { organization, polls: polls.flat() };
    return jsonReply(OK, list);
  };
