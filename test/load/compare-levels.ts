import type { CountComparison } from '../../local/demonstration/count-differences.ts';
import type { InForce } from '../../local/demonstration/journal.ts';

type Row = Readonly<Record<string, string>>;

/** Compares a `distribution.csv` with a plain count of the responses: each level of each item. */
export const compareLevels = (
  responses: readonly InForce[],
  items: readonly string[],
  levels: number,
  distribution: readonly Row[],
): CountComparison => {
  const statewide = distribution.filter(({ attribute }) => attribute === 'statewide');
  const checks = items.flatMap((item) =>
    Array.from({ length: levels }, (_, index) => {
      const level = index + 1;
      const counted = responses.filter(({ answers }) => answers[item] === level).length;
      const published = statewide.find(({ id }) => id === item)?.[`level_${level}`];
      return published === String(counted)
        ? undefined
        : `${item}, level ${level}: counted ${counted}, published ${published ?? 'nothing'}`;
    }),
  );
  return {
    compared: checks.length,
    differences: checks.filter((difference) => difference !== undefined),
  };
};
