import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holmAdjusted } from '../../../core/ranking/holm.ts';

test("adjusted p-values are those of R's p.adjust", () => {
  expect(holmAdjusted([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
});

test('no p-values adjust to none, and a single one stays as it is', () => {
  expect(holmAdjusted([])).toEqual([]);
  expect(holmAdjusted([0.04])).toEqual([0.04]);
});

test('an adjusted p-value is at least its own and at most 1, and the order is kept', () => {
  const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });
  fc.assert(
    fc.property(pValues, (values) => {
      const adjusted = holmAdjusted(values);
      for (const [index, value] of values.entries()) {
        expect(adjusted[index]).toBeGreaterThanOrEqual(value);
        expect(adjusted[index]).toBeLessThanOrEqual(1);
        for (const [other, held] of values.entries()) {
          if (value < held) expect(adjusted[index]).toBeLessThanOrEqual(adjusted[other] ?? 0);
        }
      }
    }),
  );
});
