import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FormedUnit, formUnits } from '../../../core/release/form-units.ts';
import { testVoiceDifferences } from '../../../core/release/test-voice-differences.ts';
import { propertyRuns } from '../../property-runs.ts';
import { defaultRules, organizationOf, tallyOf } from './release-factories.ts';

const { voice: thresholds } = defaultRules();
const fewOnly = { ...thresholds, largestPercent: 100 };
const unit = (id: string, answers: number, served: number): FormedUnit => {
  const [formed] = formUnits([organizationOf(tallyOf(id, [[0, answers]]), {}, served)], 5);
  if (!formed) throw new RangeError('a unit has answers');
  return formed;
};
const part = (name: string, ...units: readonly (readonly [answers: number, served: number])[]) =>
  units.map(([answers, served], index) => unit(`${name}${index}`, answers, served));

describe("the differences between the other voices' estimates and the counts", () => {
  it('pass where units differ in size and in the people they serve', () => {
    const units = part('a', [11, 80], [13, 300], [17, 120], [29, 95], [31, 700], [47, 210]);
    expect(testVoiceDifferences([[units]], 0, 'organization', thresholds)).toBeNull();
    expect(testVoiceDifferences([[units]], 0, 'population', thresholds)).toBeNull();
  });

  it('leave out units that did not answer the item', () => {
    const units = part('a', [11, 80], [13, 300], [17, 120], [29, 95]);
    expect(testVoiceDifferences([[units]], 1, 'population', thresholds)).toBeNull();
  });

  it('fail together where two kinds of units vanish at once and one unit is left', () => {
    const two = [0, 1, 2, 3, 4].flatMap(
      () =>
        [
          [13, 100],
          [17, 300],
        ] as const,
    );
    const units = part('a', ...two, [29, 5000]);
    expect(testVoiceDifferences([[units]], 0, 'organization', fewOnly)).toBeNull();
    expect(testVoiceDifferences([[units]], 0, 'population', fewOnly)).toBe('too-few-organizations');
  });

  it('find a proportion that units of one kind before others hide', () => {
    const same = [13, 100] as const;
    const other = [23, 77] as const;
    const parts = [
      part('a', same, same, same),
      part('b', [17, 300], same, same, same, other, other),
      part('c', other, other, other, other, same),
    ];
    const formed = parts.map((units) => [units]);
    expect(testVoiceDifferences(formed, 0, 'population', fewOnly)).toBe('too-few-organizations');
  });

  it('find every proportion of the voices at which fewer than three units are left', () => {
    const some = fc.constantFrom<readonly [number, number]>(
      [13, 100],
      [17, 300],
      [19, 5000],
      [23, 77],
    );
    const parts = fc.array(fc.array(some, { minLength: 3, maxLength: 6 }), {
      minLength: 3,
      maxLength: 4,
    });
    fc.assert(
      fc.property(parts, (given) => {
        const formed = given.map((one, index) => [part(`p${index}`, ...one)]);
        const points = given.map((one) => one.map(([n, w]) => [1 / n, w / n] as const));
        const left = proportionsOf(points).map((proportion) =>
          points.reduce((sum, one) => sum + leastLeft(one, proportion), 0),
        );
        const few = left.some((units) => units > 0 && units < 3);
        const reason = testVoiceDifferences(formed, 0, 'population', fewOnly);
        if (few) expect(reason).toBe('too-few-organizations');
      }),
      { numRuns: propertyRuns(3000) },
    );
  });
});

type Points = readonly (readonly [number, number])[];

/** Every proportion at which two units of one part vanish together. */
const proportionsOf = (parts: readonly Points[]): readonly number[] =>
  parts.flatMap((points) =>
    points.flatMap(([a, b]) =>
      points.flatMap(([c, d]) => (Math.abs(a - c) < 1e-12 ? [] : [(b - d) / (a - c)])),
    ),
  );

const leastLeft = (points: Points, proportion: number): number => {
  const rates = points.map(([one, other]) => other - proportion * one);
  return Math.min(
    ...rates.map((rate) => rates.filter((other) => Math.abs(other - rate) > 1e-9).length),
  );
};
