import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PriorityRow } from '../../../core/ranking/priority-row.ts';
import { rankPriorities } from '../../../core/ranking/rank-priorities.ts';
import type { RankingInput, Unit } from '../../../core/ranking/ranking-input.ts';
import { propertyRuns } from '../../property-runs.ts';
import { divided, makeRankingInput, makeUnit } from './make-ranking-input.ts';

const open = [0, 0, 0, 0, 0];

const rowOf = (
  rows: readonly PriorityRow[],
  id: string,
  { list = 'category:c', voice = 'respondent', metric = 'agree' }: Partial<PriorityRow> = {},
): PriorityRow => {
  const found = rows.find(
    (row) => row.id === id && row.list === list && row.voice === voice && row.metric === metric,
  );
  if (!found) throw new Error(`no row of ${id} in ${list}, ${voice}, ${metric}`);
  return found;
};

const nothing = {
  rank: null,
  rankLow: null,
  rankHigh: null,
  tier: null,
  voiceDependent: null,
  metricDependent: null,
  estimate: null,
  standardError: null,
  low: null,
  high: null,
  df: null,
  reliability: null,
};

test('every list has a row for each voice, metric and member', () => {
  const units = [makeUnit('a', [divided(3, 9), divided(6, 6), divided(9, 3)])];
  const categories = [
    { id: 'one', items: [{ id: 'x' }, { id: 'y' }] },
    { id: 'two', items: [{ id: 'z' }] },
  ];
  const rows = rankPriorities(makeRankingInput(units, { categories }));
  expect(new Set(rows.map((row) => row.list))).toEqual(
    new Set(['category:one', 'category:two', 'categories', 'items']),
  );
  expect(rows.length).toBe((2 + 1 + 2 + 3) * 3 * 3);
});

test('only the voices asked for are computed', () => {
  const units = [makeUnit('a', [divided(3, 9)], { peopleServed: null })];
  const rows = rankPriorities(makeRankingInput(units, { voices: ['respondent'] }));
  expect(new Set(rows.map((row) => row.voice))).toEqual(new Set(['respondent']));
});

test('each voice weighs the units its own way', () => {
  const units = [
    makeUnit('big', [divided(0, 90)], { peopleServed: 10 }),
    makeUnit('small', [divided(10, 0)], { organizations: 2, peopleServed: 90 }),
  ];
  const rows = rankPriorities(makeRankingInput(units));
  expect(rowOf(rows, 'i1').estimate).toBeCloseTo(0.9, 12);
  expect(rowOf(rows, 'i1', { voice: 'organization' }).estimate).toBeCloseTo(1 / 3, 12);
  expect(rowOf(rows, 'i1', { voice: 'population' }).estimate).toBeCloseTo(0.1, 12);
  expect(rowOf(rows, 'i1').organizations).toBe(3);
});

describe('without organizations', () => {
  const rows = rankPriorities({
    ...makeRankingInput([]),
    categories: [{ id: 'c', items: [{ id: 'i1' }] }],
  });

  test('no item has a figure but its counts of 0', () => {
    expect(rowOf(rows, 'i1')).toMatchObject({
      ...nothing,
      answers: 0,
      organizations: 0,
      status: 'no-answers',
    });
  });

  test('no category has an estimate', () => {
    expect(rowOf(rows, 'c', { list: 'categories' })).toMatchObject({
      ...nothing,
      answers: 0,
      organizations: 0,
      status: 'item-without-answers',
    });
  });
});

describe('with one organization', () => {
  const rows = rankPriorities(makeRankingInput([makeUnit('a', [divided(3, 9), divided(6, 6)])]));

  test('there are estimates and ranks, and no error is invented', () => {
    expect(rowOf(rows, 'i1')).toMatchObject({
      ...nothing,
      estimate: 0.75,
      rank: 1,
      df: 1,
      answers: 12,
      organizations: 1,
      reliability: 'unreliable',
      status: 'shown',
    });
    expect(rowOf(rows, 'i2').rank).toBe(2);
  });

  test('the category has an estimate and a rank, and no error', () => {
    expect(rowOf(rows, 'c', { list: 'categories' })).toMatchObject({
      ...nothing,
      estimate: 0.625,
      rank: 1,
      df: 1,
      answers: 24,
      organizations: 1,
      status: 'shown',
    });
  });
});

describe('with two organizations', () => {
  const rows = rankPriorities(
    makeRankingInput([
      makeUnit('a', [divided(4, 36), divided(20, 20)]),
      makeUnit('b', [divided(12, 28), divided(22, 18)]),
    ]),
  );

  test('there is an error with one degree of freedom', () => {
    const row = rowOf(rows, 'i1');
    expect(row.estimate).toBeCloseTo(0.8, 12);
    expect(row.standardError).toBeCloseTo(0.1, 12);
    expect(row.df).toBe(1);
    expect(row.reliability).toBe('unreliable');
  });

  test('rank intervals leave every rank open', () => {
    expect(rowOf(rows, 'i1')).toMatchObject({ rank: 1, rankLow: 1, rankHigh: 2, tier: 1 });
  });
});

describe('an item that nobody answered', () => {
  const unit = (id: string) => makeUnit(id, [divided(3, 9), open]);
  const rows = rankPriorities(makeRankingInput([unit('a'), unit('b')]));

  test('has no rank and does not count in the size of its list', () => {
    expect(rowOf(rows, 'i2')).toMatchObject({ ...nothing, answers: 0, status: 'no-answers' });
    expect(rowOf(rows, 'i1')).toMatchObject({ rank: 1, rankLow: 1, rankHigh: 1 });
  });

  test('leaves its category without an estimate, and says why', () => {
    expect(rowOf(rows, 'c', { list: 'categories' })).toMatchObject({
      ...nothing,
      answers: 24,
      organizations: 2,
      status: 'item-without-answers',
    });
  });
});

describe('an item that one organization answered', () => {
  const rows = rankPriorities(
    makeRankingInput([
      makeUnit('a', [divided(10, 30), divided(2, 38)]),
      makeUnit('b', [divided(12, 28), open]),
    ]),
  );

  test('has a rank but neither error nor rank interval', () => {
    expect(rowOf(rows, 'i2')).toMatchObject({
      rank: 1,
      rankLow: null,
      rankHigh: null,
      tier: null,
      standardError: null,
      low: null,
      high: null,
      df: 1,
      reliability: 'review',
    });
  });

  test('may hold any place in the intervals of the others', () => {
    expect(rowOf(rows, 'i1')).toMatchObject({ rank: 2, rankLow: 1, rankHigh: 2 });
  });

  test('leaves its category without an error', () => {
    const row = rowOf(rows, 'c', { list: 'categories' });
    expect(row.estimate).toBeCloseTo((58 / 80 + 38 / 40) / 2, 12);
    expect(row).toMatchObject({ standardError: null, low: null, rankLow: null, df: 1 });
  });
});

describe('items that all answered alike', () => {
  const unit = (id: string) =>
    makeUnit(id, [
      [0, 0, 0, 0, 30],
      [0, 0, 0, 30, 0],
      [0, 0, 30, 0, 0],
    ]);
  const rows = rankPriorities(makeRankingInput(['a', 'b', 'c', 'd'].map(unit)));

  test('have a standard error of 0, an interval for a share and none for a mean', () => {
    const share = rowOf(rows, 'i1');
    expect(share.standardError).toBe(0);
    expect(share.high).toBe(1);
    expect(share.low).toBeCloseTo(0.025 ** (1 / 120), 12);
    expect(share.reliability).toBe('review');
    expect(rowOf(rows, 'i1', { metric: 'mean' })).toMatchObject({
      standardError: 0,
      low: null,
      high: null,
    });
  });

  test('are told apart by the metrics that break ties, but never significantly', () => {
    expect(rowOf(rows, 'i1')).toMatchObject({ rank: 1, rankLow: 1, rankHigh: 2 });
    expect(rowOf(rows, 'i2')).toMatchObject({ rank: 2, rankLow: 1, rankHigh: 2 });
  });

  test('are compared with a substitute variance, since no variation seen is not certainty', () => {
    expect(rowOf(rows, 'i3')).toMatchObject({ rank: 3, rankLow: 3, rankHigh: 3, tier: 2 });
    const few = (id: string) =>
      makeUnit(id, [
        [0, 0, 0, 0, 1],
        [0, 0, 0, 1, 0],
        [0, 0, 1, 0, 0],
      ]);
    const sparse = rankPriorities(makeRankingInput(['a', 'b', 'c'].map(few)));
    expect(rowOf(sparse, 'i3')).toMatchObject({ rank: 3, rankLow: 1, rankHigh: 3, tier: 1 });
  });
});

test('items with the same answers share a rank in every metric', () => {
  const unit = (id: string, agree: number) =>
    makeUnit(id, [divided(40 - agree, agree), divided(40 - agree, agree), divided(30, 10)]);
  const rows = rankPriorities(makeRankingInput([unit('a', 30), unit('b', 20), unit('c', 25)]));
  for (const metric of ['agree', 'net', 'mean'] as const) {
    expect(rowOf(rows, 'i1', { metric }).rank).toBe(1);
    expect(rowOf(rows, 'i2', { metric }).rank).toBe(1);
    expect(rowOf(rows, 'i3', { metric }).rank).toBe(3);
  }
});

describe('a withheld item', () => {
  const unit = (id: string, agree: number) =>
    makeUnit(id, [divided(40 - agree, agree), divided(10, 30), divided(20, 20)]);
  const units = [unit('a', 30), unit('b', 20), unit('c', 25)];
  const categories = [
    { id: 'c', items: [{ id: 'i1' }, { id: 'i2' }] },
    { id: 'd', items: [{ id: 'i3' }] },
  ];
  const withheld = { respondent: new Map([['i1', 'dominant-organization']]) };
  const rows = rankPriorities(makeRankingInput(units, { categories, withheld }));

  test('has no figure at all in that voice, but the reason', () => {
    expect(rowOf(rows, 'i1')).toMatchObject({
      ...nothing,
      answers: null,
      organizations: null,
      status: 'dominant-organization',
    });
    expect(rowOf(rows, 'i1', { voice: 'organization' }).status).toBe('shown');
  });

  test('takes every figure of its category along', () => {
    expect(rowOf(rows, 'c', { list: 'categories' })).toMatchObject({
      ...nothing,
      answers: null,
      organizations: null,
      status: 'item-withheld',
    });
  });

  test('does not count in the size of its lists', () => {
    expect(rowOf(rows, 'i2')).toMatchObject({ rank: 1, rankLow: 1, rankHigh: 1 });
  });

  test('does not make the others depend on the voice', () => {
    expect(rowOf(rows, 'i2', { voice: 'organization' }).voiceDependent).toBe(false);
  });
});

test('few organizations have counts, estimate and rank alone', () => {
  const units = [makeUnit('a', [divided(4, 36)]), makeUnit('b', [divided(12, 28)])];
  const rows = rankPriorities(makeRankingInput(units, { uncertainty: false }));
  expect(rowOf(rows, 'i1')).toMatchObject({
    ...nothing,
    estimate: 0.8,
    rank: 1,
    answers: 80,
    organizations: 2,
    reliability: 'review',
    status: 'few-organizations',
  });
  expect(rowOf(rows, 'c', { list: 'categories' })).toMatchObject({
    rank: 1,
    standardError: null,
    df: null,
    status: 'few-organizations',
  });
});

test('an item that may have no error has counts, estimate and rank alone, and so has its category', () => {
  const units = Array.from({ length: 12 }, (_, index) =>
    makeUnit(`u${index}`, [divided(4, 36 - index), divided(20 + index, 20), divided(9, 12)]),
  );
  const categories = [
    { id: 'c', items: [{ id: 'i1' }, { id: 'i2' }] },
    { id: 'd', items: [{ id: 'i3' }] },
  ];
  const withoutError = new Set(['i1']);
  const known = rankPriorities(makeRankingInput(units, { categories }));
  const rows = rankPriorities(makeRankingInput(units, { categories, withoutError }));
  const { rank, estimate, answers } = rowOf(known, 'i1');
  const alone = { standardError: null, low: null, high: null, df: null, rankLow: null, tier: null };
  expect(rowOf(known, 'i1').standardError).not.toBeNull();
  expect(rowOf(rows, 'i1')).toMatchObject({ ...alone, rank, estimate, answers });
  expect(rowOf(rows, 'i1').status).toBe('few-organizations');
  expect(rowOf(rows, 'c', { list: 'categories' })).toMatchObject({
    ...alone,
    status: 'few-organizations',
  });
  expect(rowOf(rows, 'i2')).toMatchObject({ rankLow: 1, rankHigh: 2, status: 'shown' });
  expect(rowOf(rows, 'd', { list: 'categories' }).standardError).not.toBeNull();
});

test('a rank that another voice puts outside the interval is voice-dependent', () => {
  const many = Array.from({ length: 12 }, (_, index) =>
    makeUnit(`small-${index}`, [divided(10 + (index % 3), 2), divided(1, 11 + (index % 2))]),
  );
  const large = Array.from({ length: 12 }, (_, index) =>
    makeUnit(`large-${index}`, [divided(20 + index, 900), divided(600 + index, 330)]),
  );
  const rows = rankPriorities(
    makeRankingInput([...many, ...large], { voices: ['respondent', 'organization'] }),
  );
  expect(rowOf(rows, 'i1')).toMatchObject({ rank: 1, rankLow: 1, rankHigh: 1 });
  expect(rowOf(rows, 'i1', { voice: 'organization' }).rank).toBe(2);
  expect(rowOf(rows, 'i1').voiceDependent).toBe(true);
});

test('with one voice nothing can be said of other voices', () => {
  const units = [makeUnit('a', [divided(4, 36)]), makeUnit('b', [divided(12, 28)])];
  const rows = rankPriorities(makeRankingInput(units, { voices: ['respondent'] }));
  expect(rows.every((row) => row.voiceDependent === null)).toBe(true);
});

const LEVELS = [3, 4, 5, 6, 7];

const anyInput: fc.Arbitrary<RankingInput> = fc
  .record({ levels: fc.constantFrom(...LEVELS), items: fc.integer({ min: 1, max: 4 }) })
  .chain(({ levels, items }) => {
    const counts = fc.array(fc.array(fc.nat(9), { minLength: levels, maxLength: levels }), {
      minLength: items,
      maxLength: items,
    });
    const unit = fc.record({
      counts,
      organizations: fc.integer({ min: 1, max: 4 }),
      peopleServed: fc.integer({ min: 1, max: 10_000 }),
    });
    return fc.array(unit, { minLength: 1, maxLength: 8 }).map((units) =>
      makeRankingInput(
        units.map((one, index): Unit => ({ id: `o${index}`, ...one })),
        { levels },
      ),
    );
  });

test('a rank lies within its interval, and a tier is never higher than the rank', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      for (const { rank, rankLow, rankHigh, tier } of rankPriorities(input)) {
        if (rank === null || rankLow === null || rankHigh === null || tier === null) continue;
        expect(rankLow).toBeLessThanOrEqual(rank);
        expect(rankHigh).toBeGreaterThanOrEqual(rank);
        expect(tier).toBeLessThanOrEqual(rank);
      }
    }),
    { numRuns: propertyRuns(60) },
  );
});

test('no number is ever anything but a number', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      for (const row of rankPriorities(input)) {
        for (const cell of Object.values(row)) {
          if (typeof cell === 'number') expect(Number.isFinite(cell)).toBe(true);
        }
      }
    }),
    { numRuns: propertyRuns(60) },
  );
});

test('the order of the units changes nothing', () => {
  const shuffled = anyInput.chain((input) =>
    fc.tuple(
      fc.constant(input),
      fc.shuffledSubarray([...input.units], { minLength: input.units.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([input, units]) => {
      expect(rankPriorities({ ...input, units })).toEqual(rankPriorities(input));
    }),
    { numRuns: propertyRuns(30) },
  );
});

test('an organization without an answer changes nothing', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const counts = input.units[0]?.counts.map((levels) => levels.map(() => 0)) ?? [];
      const units = [...input.units, makeUnit('silent', counts, { peopleServed: null })];
      expect(rankPriorities({ ...input, units })).toEqual(rankPriorities(input));
    }),
    { numRuns: propertyRuns(30) },
  );
});

test('with an even number of levels net ranks as agree does and carries its flags', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      fc.pre(input.levels % 2 === 0);
      const rows = rankPriorities(input);
      for (const row of rows.filter(({ metric }) => metric === 'net')) {
        const agree = rowOf(rows, row.id, { ...row, metric: 'agree' });
        expect(row.rank).toBe(agree.rank);
        expect(row.metricDependent).toBe(agree.metricDependent);
        if (row.estimate !== null && agree.estimate !== null) {
          expect(row.estimate).toBeCloseTo(2 * agree.estimate - 1, 12);
        }
      }
    }),
    { numRuns: propertyRuns(40) },
  );
});
