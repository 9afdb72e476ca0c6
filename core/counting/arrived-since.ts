import type { StoredTally, Tally } from '../../schemas/tally.ts';

const notOnPaper = ({ responses, setAside = 0, channels }: Tally): number =>
  responses + setAside - (channels.paper ?? 0);

/**
 * How many responses, not on paper, a count found that the tally before did not hold. A paper
 * batch is no flood. None under another list of exclusions, because what is on paper then cannot
 * be told apart; fewer than before are none, too.
 */
export const arrivedSince = (
  before: StoredTally | undefined,
  after: Omit<StoredTally, 'revision' | 'sealed'>,
): number => {
  if (!before) return notOnPaper(after.tally);
  if (before.exclusionsVersion !== after.exclusionsVersion) return 0;
  return Math.max(0, notOnPaper(after.tally) - notOnPaper(before.tally));
};
