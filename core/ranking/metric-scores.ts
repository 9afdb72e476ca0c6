import type { Metric } from '../../schemas/poll.ts';

/**
 * The score x of each level, from level 1 up, where c = (L + 1) / 2 is the middle:
 * `agree` 1 above the middle, else 0; `net` sign(l - c); `mean` l itself.
 */
export const metricScores = (metric: Metric, levels: number): readonly number[] => {
  const middle = (levels + 1) / 2;
  return Array.from({ length: levels }, (_, index) => {
    const level = index + 1;
    if (metric === 'mean') return level;
    const side = Math.sign(level - middle);
    return metric === 'net' ? side : Math.max(side, 0);
  });
};
