import type { Interval } from './interval.ts';
import type { Bounds } from './metric-bounds.ts';
import { tQuantile975 } from './student-t.ts';

/** estimate +- t[.975, df] SE, kept within what the metric can be; null where SE is 0. */
export function tInterval(
  estimate: number,
  standardError: number,
  df: number,
  bounds: Bounds,
): Interval | null {
  if (standardError === 0) return null;
  const half = tQuantile975(df) * standardError;
  return {
    low: Math.max(bounds.low, estimate - half),
    high: Math.min(bounds.high, estimate + half),
  };
}
