import { Channel } from '../../schemas/response.ts';
import type { Tally } from '../../schemas/tally.ts';
import { packCounts } from './packed-counts.ts';

/**
 * Whether two tallies of one poll say the same; a channel without responses may be left out, and
 * so may `setAside` of none: a bucket that was never counted agrees with an empty one under a list.
 */
export const sameTally = (a: Tally, b: Tally): boolean =>
  a.responses === b.responses &&
  a.firstDay === b.firstDay &&
  a.lastDay === b.lastDay &&
  (a.setAside ?? 0) === (b.setAside ?? 0) &&
  Channel.options.every((channel) => (a.channels[channel] ?? 0) === (b.channels[channel] ?? 0)) &&
  packCounts(a.counts) === packCounts(b.counts);
