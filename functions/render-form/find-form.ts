import { pollState } from '../../core/polls/poll-state.ts';
import { OrganizationId, PollId } from '../../schemas/identifier.ts';
import type { PollState } from '../../schemas/poll.ts';
import { chooseLanguage, languagesOf } from '../../web/form/page/choose-language.ts';
import type { FormView } from '../../web/form/page/form-view.ts';
import { type HttpEvent, pathParameter } from '../middleware/http-event.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import type { RenderFormDeps } from './render-form-deps.ts';

/** An organization's form in the language that the request asks for, and where its poll stands. */
export type FoundForm = { readonly view: FormView; readonly state: PollState };

/**
 * Finds the form that a request is about.
 *
 * @throws ProblemError `unknown-poll` or `unknown-organization`
 */
export const findForm = async (
  event: HttpEvent,
  { findPoll, findOrganization, timeZone, now }: RenderFormDeps,
): Promise<FoundForm> => {
  const pollId = PollId.safeParse(pathParameter(event, 'poll'));
  const organizationId = OrganizationId.safeParse(pathParameter(event, 'organization'));
  if (!pollId.success) throw new ProblemError('unknown-poll');
  if (!organizationId.success) throw new ProblemError('unknown-organization');
  const [poll, organization] = await Promise.all([
    findPoll(pollId.data),
    findOrganization(pollId.data, organizationId.data),
  ]);
  if (!poll) throw new ProblemError('unknown-poll');
  if (!organization) throw new ProblemError('unknown-organization');
  const languages = languagesOf(poll.definition);
  const wording = chooseLanguage(languages, {
    lang: event.queryStringParameters?.lang,
    accepted: event.headers['accept-language'],
  });
  const { id, definition, closesAt } = poll;
  return {
    view: { poll: id, definition, closesAt, timeZone, organization, wording, languages },
    state: pollState(poll, now()),
  };
};
