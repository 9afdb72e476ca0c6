import type { RankingInput, Unit } from '../../../core/ranking/ranking-input.ts';

/** A unit of one organization; `counts` as in `Unit`. */
export const makeUnit = (id: string, counts: Unit['counts'], more: Partial<Unit> = {}): Unit => ({
  id,
  organizations: 1,
  peopleServed: 100,
  counts,
  ...more,
});

/** A ranking of one category `c` with as many items (`i1`, `i2`, ...) as the first unit counts. */
export const makeRankingInput = (
  units: readonly Unit[],
  more: Partial<RankingInput> = {},
): RankingInput => ({
  levels: 5,
  categories: [
    { id: 'c', items: (units[0]?.counts ?? [[]]).map((_, index) => ({ id: `i${index + 1}` })) },
  ],
  units,
  voices: ['respondent', 'organization', 'population'],
  withheld: {},
  uncertainty: true,
  ...more,
});

/** Counts over five levels: so many at level 1 and so many at level 5. */
export const divided = (disagree: number, agree: number): readonly number[] => [
  disagree,
  0,
  0,
  0,
  agree,
];
