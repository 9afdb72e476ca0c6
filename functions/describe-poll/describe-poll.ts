import type { Organizations } from '../../adapters/dynamodb/organizations.ts';
import type { Polls } from '../../adapters/dynamodb/polls.ts';
import { pollState } from '../../core/polls/poll-state.ts';
import { OrganizationId, PollId } from '../../schemas/identifier.ts';
import type { Poll } from '../../schemas/poll.ts';
import { type HttpEvent, pathParameter } from '../middleware/http-event.ts';
import type { HttpReply } from '../middleware/http-reply.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import { type RouteHandler, routes } from '../middleware/routes.ts';
import { cacheableReply } from './cacheable-reply.ts';

export type DescribePollDeps = {
  readonly polls: Pick<Polls, 'get'>;
  readonly organizations: Pick<Organizations, 'get'>;
  readonly now: () => Date;
};

const describePoll = (poll: Poll, now: Date) => ({
  id: poll.id,
  state: pollState(poll, now),
  ...(poll.openedAt && { openedAt: poll.openedAt }),
  ...(poll.closesAt && { closesAt: poll.closesAt }),
  definition: poll.definition,
});

const showPoll = async (deps: DescribePollDeps, event: HttpEvent): Promise<HttpReply> => {
  const id = PollId.safeParse(pathParameter(event, 'poll'));
  const poll = id.success ? await deps.polls.get(id.data) : undefined;
  if (!poll) throw new ProblemError('unknown-poll');
  return cacheableReply(event, describePoll(poll, deps.now()));
};

const showOrganization = async (deps: DescribePollDeps, event: HttpEvent): Promise<HttpReply> => {
  const poll = PollId.safeParse(pathParameter(event, 'poll'));
  const id = OrganizationId.safeParse(pathParameter(event, 'organization'));
  const known = poll.success && id.success;
  const organization = known ? await deps.organizations.get(poll.data, id.data) : undefined;
  if (!organization) throw new ProblemError('unknown-organization');
  return cacheableReply(event, { name: organization.name });
};

/**
 * What anyone may know: a poll's definition in every language it has and where the poll stands,
 * and an organization's name, nothing else of it.
 */
export const describePolls = (deps: DescribePollDeps): RouteHandler =>
  routes({
    'GET /v1/polls/{poll}': (event) => showPoll(deps, event),
    'GET /v1/polls/{poll}/organizations/{organization}': (event) => showOrganization(deps, event),
  });
