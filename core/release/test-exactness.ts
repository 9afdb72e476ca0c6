import type { WithholdReason } from '../../schemas/release.ts';
import type { Thresholds } from './release-rules.ts';
import type { WeighedUnit } from './residues.ts';
import { sum } from './sum.ts';

/** Estimates are published to so many steps between 0 and 1. */
const STEPS = 1000;

/**
 * The test of what rounding hides of a voice's estimate. The estimate is a sum of fractions with
 * known denominators, hence a whole number of steps of their common fraction. Where rounding
 * leaves fewer than k such numbers, arithmetic can take the units apart by their weight per
 * answer: then no weight per answer may be that of fewer than three units, unless all have the
 * same.
 *
 * @param parts the units with an answer, by what has counts of its own; weights are whole numbers
 */
export function testExactness(
  parts: readonly (readonly WeighedUnit[])[],
  { minAnswers, minOrganizations }: Thresholds,
): WithholdReason | null {
  const units = parts.flat();
  const denominators = units.map(
    ({ answers, weight }) => answers / greatestCommonDivisor(answers, weight),
  );
  const multiple = leastCommonMultiple(denominators);
  if (multiple === null) return null;
  const terms = units.map(({ answers, weight }) => (weight * multiple) / answers);
  const step = terms.reduce(greatestCommonDivisor, 0);
  const numerators = (sum(units.map(({ weight }) => weight)) * multiple) / step;
  if (numerators >= STEPS * minAnswers) return null;
  if (new Set(terms).size === 1) return null;
  const rate = ({ weight, answers }: WeighedUnit) => weight / answers;
  const alike = parts.flatMap((part) => [...Map.groupBy(part, rate).values()]);
  return alike.some((some) => some.length < minOrganizations) ? 'too-few-organizations' : null;
}

/** The least common multiple; null where it is so large that rounding hides enough by far. */
function leastCommonMultiple(numbers: readonly number[]): number | null {
  let multiple = 1;
  for (const number of numbers) {
    multiple = (multiple / greatestCommonDivisor(multiple, number)) * number;
    if (multiple > STEPS * STEPS) return null;
  }
  return multiple;
}

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}
