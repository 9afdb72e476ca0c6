import { routes } from '../middleware/routes.ts';
import { listOrganizationPolls } from './list-organization-polls.ts';
import type { ShowParticipationDeps } from './show-participation-deps.ts';
import { showPollParticipation } from './show-poll-participation.ts';

/** What those see who look after an organization: its polls, and how many have answered. */
export const showParticipation = (deps: ShowParticipationDeps) =>
  routes({
    'GET /v1/polls/{poll}/participation': showPollParticipation(deps),
    'GET /v1/organizations/{organization}/polls': listOrganizationPolls(deps),
  });
