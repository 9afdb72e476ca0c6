import { expect, test } from 'vitest';
import { sampleItem } from '../../../core/ranking/item-sample.ts';
import { unitMeans } from '../../../core/ranking/unit-means.ts';
import { tabulateUnits } from '../../../core/ranking/unit-table.ts';
import { PeopleServedUnknownError, unitWeights } from '../../../core/ranking/unit-weights.ts';
import { makeUnit } from './make-ranking-input.ts';

const open = [0, 0, 0, 0, 0];
const units = [
  makeUnit('b', [[1, 0, 0, 0, 3], open], { organizations: 3, peopleServed: 70 }),
  makeUnit('a', [
    [0, 2, 0, 0, 0],
    [0, 0, 5, 0, 0],
  ]),
  makeUnit('c', [open, open]),
];

test('a unit without a single answer is no unit, and units come by id', () => {
  const table = tabulateUnits(units, 2);
  expect(table.units.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(table.answers.map((answers) => [...answers])).toEqual([
    [2, 4],
    [5, 0],
  ]);
});

test('tabulating leaves the given units as they were', () => {
  const frozen = Object.freeze([...units]);
  expect(() => tabulateUnits(frozen, 2)).not.toThrow();
});

test('a unit weighs its answers, its organizations or the people they serve', () => {
  const table = tabulateUnits(units, 2);
  expect([...unitWeights(table, 0, 'respondent')]).toEqual([2, 4]);
  expect([...unitWeights(table, 0, 'organization')]).toEqual([1, 3]);
  expect([...unitWeights(table, 0, 'population')]).toEqual([100, 70]);
});

test('a unit with no answer to the item has weight 0 in every voice', () => {
  const table = tabulateUnits(units, 2);
  expect([...unitWeights(table, 1, 'respondent')]).toEqual([5, 0]);
  expect([...unitWeights(table, 1, 'organization')]).toEqual([1, 0]);
  expect([...unitWeights(table, 1, 'population')]).toEqual([100, 0]);
});

test('the population voice is refused where a unit with answers does not say whom it serves', () => {
  const table = tabulateUnits([makeUnit('x', [[1, 0, 0, 0, 0]], { peopleServed: null })], 1);
  expect(() => unitWeights(table, 0, 'population')).toThrow(PeopleServedUnknownError);
  expect([...unitWeights(table, 0, 'organization')]).toEqual([1]);
});

test("a unit's mean is over its own answers, 0 where it has none", () => {
  const table = tabulateUnits(units, 2);
  expect([...unitMeans(table, 0, [1, 2, 3, 4, 5])]).toEqual([2, 4]);
  expect([...unitMeans(table, 1, [1, 2, 3, 4, 5])]).toEqual([3, 0]);
});

test('a sample tells answers, organizations and units apart', () => {
  const sample = sampleItem(tabulateUnits(units, 2), 0, 'respondent');
  expect(sample).toMatchObject({ answers: 6, organizations: 4, units: 2, counts: [1, 2, 0, 0, 3] });
});

test('a sample of an item that nobody answered has no degrees of freedom', () => {
  const sample = sampleItem(tabulateUnits([makeUnit('x', [[1, 0], open])], 2), 1, 'respondent');
  expect(sample).toMatchObject({ answers: 0, organizations: 0, units: 0, df: null });
});
