const NO_VARIANCE = 1e-18;
const NO_DIFFERENCE = 1e-12;

/** Whether a variance is only the noise of rounding: at most 1e-18 of the range squared. */
export const isNoVariance = (variance: number, range: number): boolean =>
  variance <= NO_VARIANCE * range * range;

/** Whether two estimates are equal but for rounding: within 1e-12 of the range. */
export const isNoDifference = (difference: number, range: number): boolean =>
  Math.abs(difference) <= NO_DIFFERENCE * range;
