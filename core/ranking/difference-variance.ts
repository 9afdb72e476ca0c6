/**
 * The variance of the difference of two estimates, G/(G-1) sum_o (z_i[o] - z_j[o])^2. Summed
 * from the differences themselves: v_i + v_j - 2 cov_ij would lose what two items that move
 * together leave over.
 */
export function differenceVariance(first: Float64Array, second: Float64Array): number {
  const units = first.length;
  let squares = 0;
  for (let unit = 0; unit < units; unit += 1) {
    const gap = (first[unit] ?? 0) - (second[unit] ?? 0);
    squares += gap * gap;
  }
  return (units / (units - 1)) * squares;
}
