import type { Organizations } from '../../adapters/dynamodb/organizations.ts';
import type { Polls } from '../../adapters/dynamodb/polls.ts';
import { pollState } from '../../core/polls/poll-state.ts';
import { OrganizationId, PollId } from '../../schemas/identifier.ts';
import type { OrganizationName } from '../../schemas/organization.ts';
import type { Poll, PollDescription } from '../../schemas/poll.ts';
import { type HttpEvent, pathParameter } from '../middleware/http-event.ts';
import type { HttpReply } from '../middleware/http-reply.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import { type RouteHandler, routes } from '../middleware/routes.ts';
import { cacheableReply } from './cacheable-reply.ts';

export type DescribePollDeps = {
  readonly polls: Pick<Polls, 'get'>;
  readonly organizations: Pick<Organizations, 'get'>;
  readonly now: () => Date;
  /** The description of the API, as it lies in `docs/openapi.json`. */
  readonly openApi: object;
};

const describePoll = (poll: Poll, state: PollDescription['state']): PollDescription => ({
  id: poll.id,
  state,
  ...(poll.openedAt && { openedAt: poll.openedAt }),
  ...(poll.closesAt && { closesAt: poll.closesAt }),
  definition: poll.definition,
});

/** Nobody is told what a draft says: it may still become anything. */
const announcedPoll = async (
  deps: DescribePollDeps,
  event: HttpEvent,
): Promise<PollDescription> => {
  const id = PollId.safeParse(pathParameter(event, 'poll'));
  const poll = id.success ? await deps.polls.get(id.data) : undefined;
  if (!poll) throw new ProblemError('unknown-poll');
  const state = pollState(poll, deps.now());
  if (state === 'draft') throw new ProblemError('not-open-yet');
  return describePoll(poll, state);
};

const showOrganization = async (deps: DescribePollDeps, event: HttpEvent): Promise<HttpReply> => {
  const poll = await announcedPoll(deps, event);
  const id = OrganizationId.safeParse(pathParameter(event, 'organization'));
  const organization = id.success ? await deps.organizations.get(poll.id, id.data) : undefined;
  if (!organization) throw new ProblemError('unknown-organization');
  const name: OrganizationName = { name: organization.name };
  return cacheableReply(event, name);
};

/**
 * What anyone may know: of a poll that was opened its definition in every language it has and
 * where it stands, of an organization its name, nothing else; and what the API offers.
 */
export const describePolls = (deps: DescribePollDeps): RouteHandler =>
  routes({
    'GET /v1/openapi.json': async (event) => cacheableReply(event, deps.openApi),
    'GET /v1/polls/{poll}': async (event) =>
      cacheableReply(event, await announcedPoll(deps, event)),
    'GET /v1/polls/{poll}/organizations/{organization}': (event) => showOrganization(deps, event),
  });
