import type { PollList } from '../../schemas/poll.ts';
import { jsonReply } from '../middleware/http-reply.ts';
import type { RouteHandler } from '../middleware/routes.ts';
import type { ManagePollsDeps } from './manage-polls-deps.ts';
import { pollView } from './poll-view.ts';

const OK = 200;

/** Lists all polls, each without what it asks. */
export const listPolls =
  (deps: ManagePollsDeps): RouteHandler =>
  async () => {
    const now = deps.now();
    const polls = await Promise.all((await deps.polls.list()).map((id) => deps.polls.get(id)));
    const views = polls.flatMap((poll) => {
      if (!poll) return [];
      const { definition, ...view } = pollView(poll, now);
      return { ...view, ...(definition.title && { title: definition.title }) };
    });
    const list: PollList = { polls: views };
    return jsonReply(OK, list);
  };
