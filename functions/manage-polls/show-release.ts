import { sealDueAt } from '../../core/counting/sealing-time.ts';
import { pollState } from '../../core/polls/poll-state.ts';
import type { Poll } from '../../schemas/poll.ts';
import type { ReleaseState, ReleaseView } from '../../schemas/release.ts';
import type { Seal } from '../../schemas/tally.ts';
import { jsonReply } from '../middleware/http-reply.ts';
import type { RouteHandler } from '../middleware/routes.ts';
import { findPoll } from './find-poll.ts';
import type { ManagePollsDeps } from './manage-polls-deps.ts';

const OK = 200;

const finalCountOf = (
  poll: Poll,
  graceSeconds: number,
  seal: Seal | undefined,
  { settledSeal }: ReleaseState,
): Pick<ReleaseView, 'finalCount'> => {
  const due = sealDueAt(poll, graceSeconds);
  if (!due) return {};
  const decided = seal !== undefined && settledSeal === seal.sealedAt;
  return { finalCount: { dueAt: due.toISOString(), ...seal, decided } };
};

/** Shows what was released last, what was withheld and why, and where the final count stands. */
export const showRelease =
  (deps: ManagePollsDeps): RouteHandler =>
  async (event) => {
    const poll = await findPoll(deps, event);
    const [state, seal] = await Promise.all([deps.releases.get(poll.id), deps.seals.get(poll.id)]);
    const view: ReleaseView = {
      poll: poll.id,
      state: pollState(poll, deps.now()),
      ...(state.latest && { latest: state.latest }),
      ...(state.withheld && { withheld: state.withheld }),
      ...finalCountOf(poll, deps.graceSeconds, seal, state),
    };
    return jsonReply(OK, view);
  };
