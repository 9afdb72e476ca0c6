/**
 * The variance of an estimate that stands in where the units show none at all: that of the
 * scores x over the item's answers (all units, unweighted, whatever the voice) with one answer
 * added at each end of the scale, divided by the number of answers n. No variation seen among
 * a few units is not certainty; the two added answers keep the variance above 0.
 *
 * u = (sum_l x_l^2 c_l / (n + 2) - (sum_l x_l c_l / (n + 2))^2) / n, c the counts with the two.
 *
 * Source: the rule of succession applied to the scale's ends; Agresti & Coull (1998) for shares.
 *
 * @param counts the item's answers at each level, over all units
 * @returns null where nobody answered
 */
export function substituteVariance(
  counts: readonly number[],
  scores: readonly number[],
): number | null {
  const answers = counts.reduce((all, count) => all + count, 0);
  if (answers === 0) return null;
  const last = counts.length - 1;
  let first = 0;
  let second = 0;
  counts.forEach((count, level) => {
    const weight = (count + Number(level === 0 || level === last)) / (answers + 2);
    const score = scores[level] ?? 0;
    first += weight * score;
    second += weight * score * score;
  });
  return (second - first * first) / answers;
}
