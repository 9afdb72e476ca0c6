import { rankPriorities } from '../../core/ranking/rank-priorities.ts';
import { roundEstimate } from '../../core/report/round.ts';
import type { Played } from './play-history.ts';
import { groupsOf, shownItems } from './published-fact.ts';
import { greatestCommonDivisor, leastCommonMultiple } from './whole-numbers.ts';

/** An organization whose count follows from an estimate's remainder. */
export type DivisibilityFinding = {
  readonly kind: 'divisibility';
  readonly item: number;
  readonly unit: string;
  readonly agreeing: bigint;
};

/**
 * In the organizations' voice an estimate is a sum of fractions whose denominators are the known
 * numbers of answers. Where it is so exact that only one whole number of the smallest common
 * fraction fits, the remainder of this number by a factor that only one unit's answers have is
 * that unit's own.
 */
export function attackByDivisibility(played: Played): DivisibilityFinding | null {
  const { items, levels } = played.world.shape;
  const ids = Array.from({ length: items }, (_, item) => ({ id: `item-${item}` }));
  for (const { plan } of played.snapshots) {
    for (const group of groupsOf(plan)) {
      if (!group.voices.includes('organization')) continue;
      const rows = rankPriorities({ levels, categories: [{ id: 'all', items: ids }], ...group });
      for (const item of shownItems(group, 'organization', items)) {
        const estimate = rows.find(
          (row) =>
            row.list === 'items' &&
            row.voice === 'organization' &&
            row.metric === 'agree' &&
            row.id === `item-${item}`,
        )?.estimate;
        if (estimate === null || estimate === undefined) continue;
        const units = group.units.flatMap((unit) => {
          const answers = (unit.counts[item] ?? []).reduce((sum, one) => sum + one, 0);
          return answers > 0
            ? [{ id: unit.id, answers: BigInt(answers), weight: BigInt(unit.organizations) }]
            : [];
        });
        const found = played.unrounded
          ? solve(units, estimate, 1e-15)
          : solve(units, roundEstimate(estimate), 0.0005);
        if (found) return { kind: 'divisibility', item, ...found };
      }
    }
  }
  return null;
}

type Denominated = { readonly id: string; readonly answers: bigint; readonly weight: bigint };

function solve(
  units: readonly Denominated[],
  estimate: number,
  precision: number,
): { unit: string; agreeing: bigint } | null {
  const multiple = units.reduce((all, { answers }) => leastCommonMultiple(all, answers), 1n);
  const scale = Number(multiple * units.reduce((sum, { weight }) => sum + weight, 0n));
  const least = Math.ceil((estimate - precision) * scale);
  const most = Math.floor((estimate + precision) * scale);
  if (least !== most || !Number.isSafeInteger(most)) return null;
  const numerator = BigInt(most);
  for (const { id, answers, weight } of units) {
    const rest = units
      .filter((unit) => unit.id !== id)
      .reduce((all, unit) => leastCommonMultiple(all, unit.answers), 1n);
    const modulus = multiple / greatestCommonDivisor(multiple, rest);
    const factor = (weight * multiple) / answers;
    const fitting = Array.from({ length: Number(answers) + 1 }, (_, one) => BigInt(one)).filter(
      (one) => (numerator - one * factor) % modulus === 0n,
    );
    const [only] = fitting;
    if (fitting.length === 1 && only !== undefined) return { unit: id, agreeing: only };
  }
  return null;
}
