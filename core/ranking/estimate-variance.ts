import { clusterCovariance } from './cluster-covariance.ts';
import { isNoVariance } from './negligible.ts';

/** An estimate's variance from its linearized values; what is only rounding noise becomes 0. */
export function estimateVariance(deviations: Float64Array, range: number): number | null {
  const variance = clusterCovariance(deviations, deviations);
  return variance !== null && isNoVariance(variance, range) ? 0 : variance;
}
