import { requireAdministrator } from '../middleware/roles.ts';
import { type RouteHandler, routes } from '../middleware/routes.ts';
import { closePoll } from './close-poll.ts';
import { listAudit } from './list-audit.ts';
import { listOrganizations } from './list-organizations.ts';
import { listPolls } from './list-polls.ts';
import { loadOrganizations } from './load-organizations.ts';
import type { ManagePollsDeps } from './manage-polls-deps.ts';
import { openPoll } from './open-poll.ts';
import { putExclusions, showExclusions } from './put-exclusions.ts';
import { putOrganization } from './put-organization.ts';
import { putPoll } from './put-poll.ts';
import { releasePoll } from './release-poll.ts';
import { showPoll } from './show-poll.ts';
import { showRelease } from './show-release.ts';

export interface ManagePollsSettings {
  /** Which claim of a token holds its roles. */
  readonly rolesClaim: string;
}

/** What administrators do with polls and their organizations; nobody else gets past the door. */
export const managePolls = (
  deps: ManagePollsDeps,
  { rolesClaim }: ManagePollsSettings,
): RouteHandler => {
  const handle = routes({
    'GET /v1/polls': listPolls(deps),
    'PUT /v1/polls/{poll}': putPoll(deps),
    'GET /v1/polls/{poll}/settings': showPoll(deps),
    'GET /v1/polls/{poll}/organizations': listOrganizations(deps),
    'POST /v1/polls/{poll}/organizations': loadOrganizations(deps),
    'PUT /v1/polls/{poll}/organizations/{organization}': putOrganization(deps),
    'GET /v1/polls/{poll}/organizations/{organization}/exclusions': showExclusions(deps),
    'PUT /v1/polls/{poll}/organizations/{organization}/exclusions': putExclusions(deps),
    'POST /v1/polls/{poll}/open': openPoll(deps),
    'POST /v1/polls/{poll}/close': closePoll(deps),
    'GET /v1/polls/{poll}/release': showRelease(deps),
    'POST /v1/polls/{poll}/release': releasePoll(deps),
    'GET /v1/polls/{poll}/audit': listAudit(deps),
  });
  return async (event) => {
    requireAdministrator(event, rolesClaim);
    return handle(event);
  };
};
