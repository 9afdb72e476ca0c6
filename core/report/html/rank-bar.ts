import { type Markup, markup } from './markup.ts';

const WIDTH = 96;
const HEIGHT = 14;
const MIDDLE = HEIGHT / 2;
const MARGIN = 6;

/** A rank among `size`, and the best and worst ones that are open. */
export type RankPlace = {
  readonly rank: number;
  readonly low: number;
  readonly high: number;
  readonly size: number;
};

/**
 * A rank interval as inline SVG: a line with a tick for every place, a thick stretch over the
 * places that are open, a dot at the rank. It repeats what the text beside it says, so it is
 * hidden from those who listen.
 */
export const rankBar = ({ rank, low, high, size }: RankPlace): Markup => {
  const step = (WIDTH - 2 * MARGIN) / Math.max(1, size - 1);
  const at = (place: number): number => Number((MARGIN + (place - 1) * step).toFixed(1));
  const ticks = Array.from({ length: size }, (_, index) => `M${at(index + 1)} 4V10`).join('');
  return markup`<svg class="ranks" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true"><path class="track" d="M${MARGIN} ${MIDDLE}H${WIDTH - MARGIN}${ticks}"/><path class="open" d="M${at(low) - 2} ${MIDDLE}H${at(high) + 2}"/><circle cx="${at(rank)}" cy="${MIDDLE}" r="4"/></svg>`;
};
