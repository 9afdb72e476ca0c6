import { expect, test } from 'vitest';
import { countDiffering } from './compare-stored.ts';

test('counts what was told but is not stored as lost, what is stored but was not told as extra', () => {
  expect(countDiffering(['12', '12', '3-'], ['12', '12', '3-'])).toEqual({ lost: 0, extra: 0 });
  expect(countDiffering(['12', '12', '3-'], ['12', '45'])).toEqual({ lost: 2, extra: 1 });
  expect(countDiffering([], ['12', '12'])).toEqual({ lost: 0, extra: 2 });
});
