/**
 * Degrees of freedom by Kish's effective number of clusters:
 * max(1, (sum_o W)^2 / sum_o W^2 - 1), or null where no unit has weight.
 *
 * With equal weights it is the number of units less 1, as in R's `survey`; with unequal ones
 * it is smaller, because a few large units then decide the variance.
 *
 * Weights are whole numbers and so are the sums here (a sum of squares can pass 2^53): equal
 * weights give a whole number exactly, whatever their size.
 *
 * Source: Kish (1965), Survey Sampling, section 11.7; Kish (1992), J. Official Statistics 8.
 */
export function kishDegreesOfFreedom(weights: Float64Array): number | null {
  let total = 0n;
  let squares = 0n;
  for (const weight of weights) {
    const whole = BigInt(weight);
    total += whole;
    squares += whole * whole;
  }
  if (total === 0n) return null;
  const square = total * total;
  const effective = Number(square / squares) + Number(square % squares) / Number(squares);
  return Math.max(1, effective - 1);
}
