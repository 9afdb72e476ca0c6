import { throwFaults } from '../../core/counting/not-all-counted-error.ts';
import type { TalliedPoll } from '../../core/counting/tallied-poll.ts';
import type { Poll } from '../../schemas/poll.ts';
import { eachPoll } from './each-poll.ts';
import { isPastCounting } from './is-past-counting.ts';
import { recountBuckets } from './recount-buckets.ts';
import type { SweepDeps } from './sweep-deps.ts';

const recountPoll = async (deps: SweepDeps, poll: Poll, tallied: TalliedPoll): Promise<void> => {
  if (isPastCounting(deps, poll)) return;
  const seal = (await deps.seals.get(poll.id)) !== undefined;
  const organizations = await deps.organizations.list(poll.id);
  const { results, faults } = await recountBuckets(deps, tallied, organizations, { seal });
  const buckets = results.filter(({ kind }) => kind === 'recounted').length;
  deps.logger.info('recount.done', { poll: poll.id, buckets });
  throwFaults(faults);
};

/**
 * Counts every bucket of every poll now, for after a restart or a restore: the stream may have
 * been cut, or the tallies may be older than the responses. None of this is drift. In a sealed
 * poll, tallies that lost their seal get it back. A poll whose responses may have expired by now
 * is passed over, sealed or not.
 */
export const recountTallies = (deps: SweepDeps): Promise<void> =>
  eachPoll(deps, (poll, tallied) => recountPoll(deps, poll, tallied));
