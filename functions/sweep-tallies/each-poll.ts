import { throwFaults } from '../../core/counting/not-all-counted-error.ts';
import { settleAll } from '../../core/counting/settle-all.ts';
import { type TalliedPoll, talliedPoll } from '../../core/counting/tallied-poll.ts';
import type { Poll } from '../../schemas/poll.ts';
import type { SweepDeps } from './sweep-deps.ts';

/** Does something to every poll that was ever opened, one after the other. */
export const eachPoll = async (
  { polls }: Pick<SweepDeps, 'polls'>,
  action: (poll: Poll, tallied: TalliedPoll) => Promise<void>,
): Promise<void> => {
  const { faults } = await settleAll(await polls.list(), 1, async (id) => {
    const poll = await polls.get(id);
    const tallied = poll && talliedPoll(poll);
    if (tallied) await action(poll, tallied);
  });
  throwFaults(faults);
};
