import type { OrganizationsGuard } from '../../adapters/dynamodb/organizations.ts';
import type { Stage } from '../../core/organizations/plan-organization.ts';
import { pollState } from '../../core/polls/poll-state.ts';
import type { Poll } from '../../schemas/poll.ts';
import type { ManagePollsDeps } from './manage-polls-deps.ts';

/** Where a poll stands for its organizations, and the guard under which that stays true. */
export const stageOf = async (
  { releases }: Pick<ManagePollsDeps, 'releases'>,
  poll: Poll,
  now: Date,
): Promise<{ readonly stage: Stage; readonly guard: OrganizationsGuard }> => {
  const { number } = await releases.get(poll.id);
  const released = number > 0;
  return {
    stage: { state: pollState(poll, now), released },
    guard: { pollVersion: poll.version, opened: poll.opened, released },
  };
};
