import fc from 'fast-check';
import { expect, test } from 'vitest';
import { competitionRanks } from '../../../core/ranking/competition-ranks.ts';

const by = (...values: (number | null)[]) => ({ values, range: 1 });

test('the highest is first, equal ones share a rank and the next is counted on', () => {
  expect(competitionRanks([by(0.2, 0.7, 0.7, 0.9)])).toEqual([4, 2, 2, 1]);
});

test('equal ones are told apart by the next key', () => {
  expect(competitionRanks([by(0.7, 0.7, 0.9), by(0.1, 0.2, 0)])).toEqual([3, 2, 1]);
});

test('those equal in every key share a rank', () => {
  expect(competitionRanks([by(0.7, 0.7, 0.7), by(1, 2, 1), by(5, 5, 5)])).toEqual([2, 1, 2]);
});

test('values within 1e-12 of the range are equal', () => {
  expect(competitionRanks([by(0.7, 0.7 + 9e-13)])).toEqual([1, 1]);
  expect(competitionRanks([by(0.7, 0.7 + 2e-12)])).toEqual([2, 1]);
  expect(competitionRanks([{ values: [3, 3 + 3e-12], range: 4 }])).toEqual([1, 1]);
});

test('one without a value has no rank and takes none', () => {
  expect(competitionRanks([by(0.5, null, 0.7)])).toEqual([2, null, 1]);
  expect(competitionRanks([by(null, null)])).toEqual([null, null]);
  expect(competitionRanks([by()])).toEqual([]);
});

test('ranks do not depend on the order of the members', () => {
  const member = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 }));
  const shuffled = fc
    .array(member, { maxLength: 12 })
    .chain((members) =>
      fc.tuple(
        fc.constant(members),
        fc.shuffledSubarray([...members.keys()], { minLength: members.length }),
      ),
    );
  const ranksOf = (members: readonly (readonly [number, number])[]) =>
    competitionRanks([by(...members.map(([a]) => a)), by(...members.map(([, b]) => b))]);
  fc.assert(
    fc.property(shuffled, ([members, order]) => {
      const moved = ranksOf(order.map((index) => members[index] ?? [0, 0]));
      const ranks = ranksOf(members);
      expect(moved).toEqual(order.map((index) => ranks[index]));
    }),
  );
});

test('a rank is 1 more than how many stand before', () => {
  const values = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 15 });
  fc.assert(
    fc.property(values, (members) => {
      expect(competitionRanks([by(...members)])).toEqual(
        members.map((own) => 1 + members.filter((other) => other > own).length),
      );
    }),
  );
});
