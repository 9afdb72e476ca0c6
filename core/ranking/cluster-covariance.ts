/**
 * The ultimate-cluster covariance of two estimates: G/(G-1) sum_o z_i[o] z_j[o] over all G
 * units, also those with no answer to either (their z is 0).
 *
 * This is what R's `survey::svymean` gives for a subset of a one-stage design with replacement.
 * Source: Hansen, Hurwitz & Madow (1953); Wolter (2007), Introduction to Variance Estimation.
 *
 * @returns null for fewer than two units
 */
export function clusterCovariance(first: Float64Array, second: Float64Array): number | null {
  const units = first.length;
  if (units < 2) return null;
  let products = 0;
  for (let unit = 0; unit < units; unit += 1) {
    products += (first[unit] ?? 0) * (second[unit] ?? 0);
  }
  return (units / (units - 1)) * products;
}
