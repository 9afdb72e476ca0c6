import type { OrganizationList } from '../../schemas/organization.ts';
import { jsonReply } from '../middleware/http-reply.ts';
import type { RouteHandler } from '../middleware/routes.ts';
import { findPoll } from './find-poll.ts';
import type { ManagePollsDeps } from './manage-polls-deps.ts';

const OK = 200;

/** Lists a poll's organizations with all that is known of them. */
export const listOrganizations =
  (deps: ManagePollsDeps): RouteHandler =>
  async (event) => {
    const { id } = await findPoll(deps, event);
    const list: OrganizationList = { organizations: [...(await deps.organizations.list(id))] };
    return jsonReply(OK, list);
  };
