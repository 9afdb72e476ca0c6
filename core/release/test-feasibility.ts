import type { WithholdReason } from '../../schemas/release.ts';
import { type Fork, feasibleBits } from './feasible-bits.ts';
import { forksAt, partingsOf, setsByDifference } from './forks-of-item.ts';
import type { FormedUnit } from './form-units.ts';
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
 * @param atoms the units of each atom: the counts of each may follow from the counts of groups
 */
export function testFeasibility(
  atoms: readonly (readonly FormedUnit[])[],
  item: number,
  { bitsOfMetric, margin, bitsOfSet }: Feasibility,
): WithholdReason | null {
  const levels = atoms.flat()[0]?.counts[item]?.length ?? 0;
  const forks = (parting: Parameters<typeof forksAt>[2]) =>
    atoms.map((units) => forksAt(units, item, parting));
  const { agree, net, mean } = partingsOf(levels);
  let open = 0;
  let metrics = 0;
  for (const partings of [agree, net, mean]) {
    const apart = partings.map(forks).filter(partsSome);
    if (apart.length === 0) continue;
    open += sum(apart.map(openBits));
    metrics += 1;
    if (open < metrics * bitsOfMetric + margin) return 'could-be-worked-out';
  }
  if (bitsOfSet === 0 || metrics === 0) return null;
  const totals = Array.from({ length: levels }, (_, level) =>
    sum(atoms.flat().map(({ counts }) => counts[item]?.[level] ?? 0)),
  );
  const sets = setsByDifference(totals).map(forks).filter(partsSome);
  return sets.some((set) => openBits(set) < bitsOfSet) ? 'could-be-worked-out' : null;
}

type Forks = readonly (readonly Fork[])[];

/** Whether both ways of a fork were taken. */
const partsSome = (atoms: Forks): boolean => {
  const first = sum(atoms.flat().map((fork) => fork.first));
  return first > 0 && first < sum(atoms.flat().map(({ all }) => all));
};

/** What is open of all atoms to someone who knows all of the unit that hides most. */
function openBits(atoms: Forks): number {
  const feasible = atoms.filter((units) => units.length > 1).map(feasibleBits);
  const most = Math.max(0, ...feasible.map(({ all, withoutOne }) => all - withoutOne));
  return sum(feasible.map(({ all }) => all)) - most;
}
