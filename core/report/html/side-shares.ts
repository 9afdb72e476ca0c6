/** The shares below, at and above the middle of a scale; no middle level for even scales. */
export type SideShares = {
  readonly disagree: number;
  readonly neutral: number | null;
  readonly agree: number;
  readonly answers: number;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** @param counts answers at each level, from level 1 up; at least one answer */
export const sideShares = (counts: readonly number[]): SideShares => {
  const all = sum(counts);
  const half = Math.floor(counts.length / 2);
  return {
    disagree: sum(counts.slice(0, half)) / all,
    neutral: counts.length % 2 === 0 ? null : (counts[half] ?? 0) / all,
    agree: sum(counts.slice(-half)) / all,
    answers: all,
  };
};
