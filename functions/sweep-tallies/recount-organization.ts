import { throwFaults } from '../../core/counting/not-all-counted-error.ts';
import { talliedPoll } from '../../core/counting/tallied-poll.ts';
import type { SweepRequest } from '../../schemas/sweep.ts';
import { isPastCounting } from './is-past-counting.ts';
import { recountBuckets } from './recount-buckets.ts';
import type { SweepDeps } from './sweep-deps.ts';

type Request = Extract<SweepRequest, { readonly kind: 'recount-organization' }>;

/**
 * Counts every bucket of an organization now, under the list of exclusions that is in force. A
 * request that comes twice counts twice; one that is lost is made up for by the nightly check,
 * which finds tallies of an older list, and by the seal, which counts all of them.
 */
export const recountOrganization = async (deps: SweepDeps, request: Request): Promise<void> => {
  const poll = await deps.polls.get(request.poll);
  const tallied = poll && talliedPoll(poll);
  const organization = await deps.organizations.get(request.poll, request.organization);
  if (!tallied || !organization || (await deps.seals.get(tallied.id))) return;
  if (isPastCounting(deps, poll)) return;
  const { results, faults } = await recountBuckets(deps, tallied, [organization], { seal: false });
  deps.logger.info('recount.organization', { poll: tallied.id, buckets: results.length });
  throwFaults(faults);
};
