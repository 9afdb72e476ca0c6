import { settleAll } from '../../core/counting/settle-all.ts';
import { hoursWithoutRelease } from '../../core/release/hours-without-release.ts';
import type { RollUpDeps } from './roll-up-deps.ts';

/**
 * Counts for how long the poll that waits longest has waited for figures, 0 where none waits. A
 * poll that cannot be read is left out: that fails the run itself, which is told elsewhere.
 */
export const countHoursWithoutRelease = async (
  { polls, releases, now, count }: Pick<RollUpDeps, 'polls' | 'releases' | 'now' | 'count'>,
  ids: readonly string[],
): Promise<void> => {
  const { results } = await settleAll(ids, 1, async (id) => {
    const poll = await polls.get(id);
    return poll ? hoursWithoutRelease(poll, await releases.get(id), now()) : 0;
  });
  count('HoursWithoutRelease', Math.max(0, ...results));
};
