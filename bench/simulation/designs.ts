import type { Design } from './simulate-poll.ts';

/** A design and what it is called in the table. */
export type NamedDesign = Design & { readonly setting: string };

/** Five categories of four items on five levels, as the shipped poll. */
export const CATEGORIES = 5;
export const ITEMS_PER_CATEGORY = 4;
export const LEVELS = 5;

/** Cuts of a standard normal, and for each setting how far each item's normal lies to the right. */
const CUTS = [-1.2, -0.6, 0.1, 0.9];
const SETTINGS: readonly { readonly setting: string; readonly shift: (item: number) => number }[] =
  [
    { setting: 'alike, 2 in 3 agree', shift: () => 0.5 },
    { setting: 'alike, 9 in 10 agree', shift: () => 1.5 },
    { setting: 'alike, 49 in 50 agree', shift: () => 2.2 },
    { setting: 'every other higher', shift: (item) => (item % 2 === 0 ? 0.5 : 1) },
  ];

/**
 * Every design: settings x organizations x spread of sizes x correlation within organizations.
 * Where items are alike every difference found between them is a false one, the hardest case;
 * with every other one higher, the many true differences make the last steps of Holm's easy.
 */
export const designs: readonly NamedDesign[] = SETTINGS.flatMap(({ setting, shift }) =>
  [5, 10, 30, 100].flatMap((organizations) =>
    [0, 1, 1.5].flatMap((sizeSpread) =>
      [0.01, 0.05, 0.15].map((clusterCorrelation) => ({
        setting,
        organizations,
        sizeSpread,
        clusterCorrelation,
        truth: Array.from({ length: CATEGORIES * ITEMS_PER_CATEGORY }, (_, item) =>
          levelChances(shift(item)),
        ),
      })),
    ),
  ),
);

/** The chance of each level for a normal shifted to the right. */
function levelChances(shift: number): readonly number[] {
  const below = [0, ...CUTS.map((cut) => normalCdf(cut - shift)), 1];
  return below.slice(1).map((upper, level) => upper - (below[level] ?? 0));
}

/** Abramowitz and Stegun 26.2.17: any fixed numbers near a normal's would do as a truth. */
function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    ((t * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)) *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}
