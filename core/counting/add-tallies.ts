import { Channel } from '../../schemas/response.ts';
import type { Tally } from '../../schemas/tally.ts';
import { emptyTally } from './count-responses.ts';
import type { PollShape } from './poll-shape.ts';

const addChannels = (sum: Tally['channels'], channels: Tally['channels']): void => {
  for (const channel of Channel.options) {
    const count = channels[channel];
    if (count) sum[channel] = (sum[channel] ?? 0) + count;
  }
};

const addDays = (sum: Tally, { firstDay, lastDay }: Tally): void => {
  if (firstDay && (!sum.firstDay || firstDay < sum.firstDay)) sum.firstDay = firstDay;
  if (lastDay && (!sum.lastDay || lastDay > sum.lastDay)) sum.lastDay = lastDay;
};

/**
 * The tally of all the responses behind some tallies of the same poll, which must not share any.
 * Of none it is the empty tally.
 */
export const addTallies = (tallies: readonly Tally[], shape: PollShape): Tally => {
  const sum = emptyTally(shape);
  for (const tally of tallies) {
    sum.responses += tally.responses;
    addChannels(sum.channels, tally.channels);
    if (tally.setAside !== undefined) sum.setAside = (sum.setAside ?? 0) + tally.setAside;
    addDays(sum, tally);
    sum.counts.forEach((levels, item) => {
      tally.counts[item]?.forEach((count, level) => {
        levels[level] = (levels[level] ?? 0) + count;
      });
    });
  }
  return sum;
};
