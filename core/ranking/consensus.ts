/**
 * Tastle and Wierman's consensus: 1 + sum_l p_l log2(1 - |l - mu| / (L - 1)), p_l the share at
 * level l and mu the mean level. 1 where all chose one level, 0 where half chose either end.
 *
 * Source: Tastle & Wierman (2007), International Journal of Approximate Reasoning 45, 531-545.
 *
 * @param counts answers at each level, from level 1 up
 * @returns null where nobody answered
 */
export function consensus(counts: readonly number[]): number | null {
  const answers = counts.reduce((all, count) => all + count, 0);
  if (answers === 0) return null;
  const shares = counts.map((count) => count / answers);
  const mean = shares.reduce((all, share, level) => all + share * level, 0);
  const width = counts.length - 1;
  return shares.reduce((all, share, level) => {
    const distance = Math.abs(level - mean) / width;
    return share === 0 ? all : all + share * Math.log2(1 - distance);
  }, 1);
}
