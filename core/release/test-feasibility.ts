import type { WithholdReason } from '../../schemas/release.ts';
import type { Opening, Openings } from './openings.ts';
import { sum } from './sum.ts';

/** What must stay open of an item's answers, in bits. */
export type Feasibility = {
  /** What the figures by one metric say beyond the counts, and so exclude. */
  readonly bitsOfMetric: number;
  /** What is to stay open besides. */
  readonly margin: number;
  /** What must be open of a set of people that estimates by several metrics tell apart. */
  readonly bitsOfSet: number;
};

/**
 * The test of whether an item's errors and estimates in other voices can be solved for the
 * answers of each unit. Sizes and weights are known, answers are whole numbers, and every figure
 * excludes some ways to spread the answers over the units; more ways must be there than all
 * figures together can exclude. Of one unit the attacker knows all.
 *
 * @param atoms what is open of each atom: the counts of each may follow from the counts of groups
 */
export function testFeasibility(
  atoms: readonly Openings[],
  { bitsOfMetric, margin, bitsOfSet }: Feasibility,
): WithholdReason | null {
  let open = 0;
  let metrics = 0;
  for (const metric of ['agree', 'net', 'mean'] as const) {
    const apart = forksOf(atoms, metric).filter(partsSome);
    if (apart.length === 0) continue;
    open += sum(apart.map(openBits));
    metrics += 1;
    if (open < metrics * bitsOfMetric + margin) return 'could-be-worked-out';
  }
  const sets = forksOf(atoms, 'sets').filter(partsSome);
  return sets.some((set) => openBits(set) < bitsOfSet) ? 'could-be-worked-out' : null;
}

/** The forks of one kind, each with what is open of it atom by atom. */
const forksOf = (
  atoms: readonly Openings[],
  kind: keyof Openings,
): readonly (readonly Opening[])[] =>
  (atoms[0]?.[kind] ?? []).map((_, fork) => atoms.flatMap((one) => one[kind][fork] ?? []));

/** Whether both ways of a fork were taken. */
const partsSome = (atoms: readonly Opening[]): boolean => {
  const first = sum(atoms.map((one) => one.first));
  return first > 0 && first < sum(atoms.map(({ all }) => all));
};

/** What is open of all atoms to someone who knows all of the unit that hides most. */
function openBits(atoms: readonly Opening[]): number {
  const most = Math.max(0, ...atoms.map(({ bits, withoutOne }) => bits - withoutOne));
  return sum(atoms.map(({ bits }) => bits)) - most;
}
