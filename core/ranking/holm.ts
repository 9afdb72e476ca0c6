/**
 * Holm's step-down p-values: with m of them in rising order, the k-th becomes
 * max_(j <= k) (m - j + 1) p_(j), at most 1. Rejecting those at most alpha keeps the chance
 * of any false rejection at alpha, however the tests depend on each other.
 *
 * Source: Holm (1979), Scandinavian Journal of Statistics 6, 65-70; R's `p.adjust`.
 */
export function holmAdjusted(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((_, index) => index);
  order.sort((a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1));
  const adjusted = new Array<number>(pValues.length).fill(1);
  let highest = 0;
  order.forEach((index, place) => {
    highest = Math.max(highest, (pValues.length - place) * (pValues[index] ?? 1));
    adjusted[index] = Math.min(1, highest);
  });
  return adjusted;
}
