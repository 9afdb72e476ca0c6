import type { Comparison } from './compare-pairs.ts';
import { holmAdjusted } from './holm.ts';

const ALPHA = 0.05;

/** For each member of a list, by place: those significantly above it and those below. */
export type Significance = {
  readonly above: readonly ReadonlySet<number>[];
  readonly below: readonly ReadonlySet<number>[];
};

/**
 * Which members of a list are significantly above which, all pairs that can be compared taken
 * together: Holm's step-down at .05. Equal ones never are.
 */
export function findSignificance(size: number, comparisons: readonly Comparison[]): Significance {
  const above = Array.from({ length: size }, () => new Set<number>());
  const below = Array.from({ length: size }, () => new Set<number>());
  const adjusted = holmAdjusted(comparisons.map((comparison) => comparison.p));
  comparisons.forEach(({ first, second, difference }, index) => {
    if ((adjusted[index] ?? 1) > ALPHA) return;
    const [higher, lower] = difference > 0 ? [first, second] : [second, first];
    above[lower]?.add(higher);
    below[higher]?.add(lower);
  });
  return { above, below };
}
