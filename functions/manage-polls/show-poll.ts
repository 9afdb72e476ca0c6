import { jsonReply } from '../middleware/http-reply.ts';
import type { RouteHandler } from '../middleware/routes.ts';
import { findPoll } from './find-poll.ts';
import type { ManagePollsDeps } from './manage-polls-deps.ts';
import { pollView } from './poll-view.ts';

const OK = 200;

/** Shows a poll as administrators see it, a draft too: of drafts nobody else is told anything. */
export const showPoll =
  (deps: ManagePollsDeps): RouteHandler =>
  async (event) =>
    jsonReply(OK, pollView(await findPoll(deps, event), deps.now()));
