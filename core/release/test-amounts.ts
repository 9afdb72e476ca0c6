import type { WithholdReason } from '../../schemas/release.ts';
import type { Thresholds } from './release-rules.ts';
import { sum } from './sum.ts';

const largestOf = (numbers: readonly number[]): number =>
  numbers.reduce((largest, one) => (one > largest ? one : largest), 0);

const dominated = (shares: readonly number[], largestPercent: number): boolean =>
  largestOf(shares) * 100 > largestPercent * sum(shares);

/**
 * The test of a figure's base: nothing at all, or enough answers from enough organizations, none
 * of which has too much of them or of the weight, and enough without the largest.
 *
 * @param amounts per organization, the answers (or what changed of them)
 * @param thresholds the least of each
 * @param weights per organization, its weight in the figure; the answers themselves unless given
 * @returns the first reason against the figure, or null where it passes
 */
export function testAmounts(
  amounts: readonly number[],
  thresholds: Thresholds,
  weights: readonly number[] = amounts,
): WithholdReason | null {
  const total = sum(amounts);
  if (total === 0) return null;
  if (total < thresholds.minAnswers) return 'too-few-answers';
  if (amounts.filter((amount) => amount > 0).length < thresholds.minOrganizations) {
    return 'too-few-organizations';
  }
  const { largestPercent } = thresholds;
  if (dominated(amounts, largestPercent) || dominated(weights, largestPercent)) {
    return 'dominant-organization';
  }
  return total - largestOf(amounts) < thresholds.minWithoutLargest
    ? 'too-few-without-largest'
    : null;
}
