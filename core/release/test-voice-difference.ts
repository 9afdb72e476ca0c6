import type { WithholdReason } from '../../schemas/release.ts';
import type { Thresholds } from './release-rules.ts';
import { haveOneRate, type Residue, residues, type WeighedUnit } from './residues.ts';
import { sum } from './sum.ts';

/** An atom's units by the parts of it whose counts can be told apart by earlier releases. */
export type PartsOfAtom<Unit> = readonly (readonly Unit[])[];

/**
 * The test of the difference between a voice's estimate and the counts. The counts of each atom
 * are published, and those of its parts may follow from earlier releases; so whoever knows the
 * sizes can take them from the voice's sum, at any rate per answer, and all units of that rate
 * vanish. What then is left must not be that of fewer than three units, nor more than 80 % that
 * of one.
 *
 * @param atoms the units with an answer
 * @returns null where the test passes; also where all units of each atom have one rate: the
 *   estimate then says no more than the counts
 */
export function testVoiceDifference(
  atoms: readonly PartsOfAtom<WeighedUnit>[],
  { minOrganizations, largestPercent }: Thresholds,
): WithholdReason | null {
  if (atoms.every((parts) => haveOneRate(parts.flat()))) return null;
  const byPart = atoms
    .flat()
    .filter((part) => part.length > 0)
    .map(residues);
  const fewest = byPart.map((part) => leastOf(part, ({ units }) => units));
  const smallest = byPart.map((part) => leastOf(part, ({ total }) => total));
  if (sum(fewest) < minOrganizations) return 'too-few-organizations';
  const least = sum(smallest);
  const dominated = (residue: Residue, others: number) =>
    exceeds(residue.atMost, residue.total + others, largestPercent) &&
    exceeds(residue.largest(), residue.total + others, largestPercent);
  return byPart.some((part, index) =>
    part.some((residue) => dominated(residue, least - (smallest[index] ?? 0))),
  )
    ? 'dominant-organization'
    : null;
}

/** Absorbs the rounding of sums of products: far below any share that matters. */
const SLACK = 1 + 1e-9;

const exceeds = (one: number, whole: number, percent: number): boolean =>
  one * 100 > percent * whole * SLACK;

const leastOf = (part: readonly Residue[], measure: (residue: Residue) => number): number =>
  part.reduce((least, residue) => Math.min(least, measure(residue)), Number.POSITIVE_INFINITY);
