import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WeighedUnit } from '../../../core/release/residues.ts';
import { testExactness } from '../../../core/release/test-exactness.ts';
import { testVoiceDifference } from '../../../core/release/test-voice-difference.ts';
import { propertyRuns } from '../../property-runs.ts';
import { defaultRules } from './release-factories.ts';

const { voice: thresholds } = defaultRules();
const equally = (...answers: readonly number[]): WeighedUnit[] =>
  answers.map((count) => ({ answers: count, weight: 1 }));

describe("the difference between a voice's estimate and the counts", () => {
  it('passes where units differ enough in size', () => {
    expect(testVoiceDifference([[equally(11, 15, 20, 26, 30)]], thresholds)).toBeNull();
  });

  it('fails where all units but one or two are of one size: they vanish together', () => {
    const alike = Array.from({ length: 9 }, () => 20);
    expect(testVoiceDifference([[equally(...alike, 35)]], thresholds)).toBe(
      'too-few-organizations',
    );
    expect(testVoiceDifference([[equally(...alike, 35, 44)]], thresholds)).toBe(
      'too-few-organizations',
    );
    expect(testVoiceDifference([[equally(...alike, 35, 44, 50)]], thresholds)).toBeNull();
  });

  it('passes where all are of one size: the voice says no more than the counts', () => {
    expect(testVoiceDifference([[equally(20, 20, 20)]], thresholds)).toBeNull();
    expect(testVoiceDifference([[]], thresholds)).toBeNull();
  });

  it('fails where one unit has more than 80 % of what is left', () => {
    expect(testVoiceDifference([[equally(20, 20, 20, 21, 19, 400)]], thresholds)).toBe(
      'dominant-organization',
    );
  });

  it('takes the counts of each part at a rate of its own', () => {
    const parts = [[equally(20, 20, 20, 20)], [equally(30, 30, 30, 31)]];
    expect(testVoiceDifference(parts, thresholds)).toBe('too-few-organizations');
    expect(testVoiceDifference([[parts.flat(2)]], thresholds)).not.toBe('too-few-organizations');
  });

  it('fails where earlier releases tell parts of an atom apart that each have one rate', () => {
    const parts = [equally(20, 20, 20, 20), equally(30, 30, 30)];
    expect(
      testVoiceDifference(
        parts.map((part) => [part]),
        thresholds,
      ),
    ).toBeNull();
    expect(testVoiceDifference([parts], thresholds)).toBe('too-few-organizations');
  });

  it('agrees with trying every rate at which a unit vanishes, and many between', () => {
    const unit = fc.record({
      answers: fc.integer({ min: 5, max: 12 }),
      weight: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 7 }), (units) => {
        const rates = units.map(({ answers, weight }) => weight / answers);
        const between = rates.flatMap((one) => rates.map((other) => (one + other) / 2));
        const left = [...rates, ...between, 0, 99].map((rate) =>
          units.map(({ answers, weight }) => Math.abs(weight - rate * answers)),
        );
        const some = left.filter((all) => all.some((one) => one > 1e-9));
        const few = left.some((all) => {
          const units = all.filter((one) => one > 1e-9).length;
          return units > 0 && units < 3;
        });
        const dominated = some.some(
          (all) => Math.max(...all) > 0.8 * all.reduce((a, b) => a + b, 0) * (1 + 1e-9),
        );
        const nothing = left.some((all) => all.every((one) => one <= 1e-9));
        const expected = nothing ? false : few || dominated;
        expect(testVoiceDifference([[units]], thresholds) !== null).toBe(expected);
      }),
      { numRuns: propertyRuns(2000) },
    );
  });
});

describe("what rounding hides of a voice's estimate", () => {
  it('is enough where the common fraction is finer than the third decimal', () => {
    expect(testExactness([equally(11, 13, 17, 19, 23)], thresholds)).toBeNull();
    expect(
      testExactness([equally(...Array.from({ length: 3000 }, (_, n) => n + 11))], thresholds),
    ).toBeNull();
  });

  it('is not where it is coarser, and a size is that of fewer than three units', () => {
    const five = [5, 5, 5, 5, 5];
    expect(testExactness([equally(...five, ...five, 7)], thresholds)).toBe('too-few-organizations');
    expect(testExactness([equally(...five, ...five, 7, 7, 7)], thresholds)).toBeNull();
    expect(testExactness([equally(...five, ...five)], thresholds)).toBeNull();
  });

  it('looks at weights by what they have in common', () => {
    const units = [5, 5, 5, 7].map((answers) => ({ answers, weight: 1000 }));
    expect(testExactness([units], thresholds)).toBe('too-few-organizations');
  });
});
