/** An estimate and what each unit contributes to its error. */
export type WeightedEstimate = {
  readonly estimate: number;
  /** z[o] = W[o] (m[o] - estimate) / sum_o W[o]: the linearized value of each unit. */
  readonly deviations: Float64Array;
};

/**
 * The ratio estimate sum_o W[o] m[o] / sum_o W[o] and its linearized values, or null where no
 * unit has weight.
 *
 * Source: Taylor linearization of a ratio, Särndal, Swensson & Wretman (1992), section 5.5;
 * Lumley (2010), Complex Surveys, appendix C.
 */
export function weightedEstimate(
  weights: Float64Array,
  means: Float64Array,
): WeightedEstimate | null {
  let total = 0;
  let scored = 0;
  for (let unit = 0; unit < weights.length; unit += 1) {
    const weight = weights[unit] ?? 0;
    total += weight;
    scored += weight * (means[unit] ?? 0);
  }
  if (total === 0) return null;
  const estimate = scored / total;
  const deviations = weights.map(
    (weight, unit) => (weight * ((means[unit] ?? 0) - estimate)) / total,
  );
  return { estimate, deviations };
}
