import { expect, test } from 'vitest';
import { compareLevels } from './compare-levels.ts';

const RESPONSES = [
  { organization: 'one', answers: { rye: 1, oats: 3 } },
  { organization: 'two', answers: { rye: 1 } },
];
const row = (id: string, ...levels: readonly number[]) => ({
  attribute: 'statewide',
  id,
  ...Object.fromEntries(levels.map((count, index) => [`level_${index + 1}`, String(count)])),
});

test('finds nothing where every level was published as it was counted', () => {
  const published = [row('rye', 2, 0, 0), row('oats', 0, 0, 1)];
  expect(compareLevels(RESPONSES, ['rye', 'oats'], 3, published)).toEqual({
    compared: 6,
    differences: [],
  });
});

test('tells each level that differs, and an item that was not published', () => {
  const { differences } = compareLevels(RESPONSES, ['rye', 'oats'], 3, [row('rye', 1, 1, 0)]);
  expect(differences).toEqual([
    'rye, level 1: counted 2, published 1',
    'rye, level 2: counted 0, published 1',
    'oats, level 1: counted 0, published nothing',
    'oats, level 2: counted 0, published nothing',
    'oats, level 3: counted 1, published nothing',
  ]);
});
