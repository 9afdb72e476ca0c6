import type { Voice } from '../../schemas/poll.ts';
import type { WithholdReason } from '../../schemas/release.ts';
import type { FormedUnit } from './form-units.ts';
import type { Thresholds } from './release-rules.ts';
import type { WeighedUnit } from './residues.ts';
import { sum } from './sum.ts';
import { testExactness } from './test-exactness.ts';
import { type PartsOfAtom, testVoiceDifference } from './test-voice-difference.ts';
import { weightOf } from './voice-weights.ts';

/**
 * The tests of the differences between a voice's estimate of an item and the counts, and, of
 * the population's, between it, the organizations' and the counts together.
 *
 * Two voices can be added in any proportion; looked at are proportions at which two units of a
 * part vanish together with the counts. If all but two units vanish at one, then two of any four
 * of one part do, or all of one of any three parts: so the first four of the three largest parts
 * suffice to find it.
 *
 * @param atoms the units of each atom, by the parts of it
 */
export function testVoiceDifferences(
  atoms: readonly PartsOfAtom<FormedUnit>[],
  item: number,
  voice: Exclude<Voice, 'respondent'>,
  thresholds: Thresholds,
): WithholdReason | null {
  const weighed = atoms.map((parts) =>
    parts.map((part) => part.flatMap((unit) => weigh(unit, item))),
  );
  const by = (weight: (unit: Weighed) => number) =>
    weighed.map((parts) => parts.map((part) => part.map((unit) => weighedBy(unit, weight))));
  const own = by((unit) => unit[voice]);
  const reason = testVoiceDifference(own, thresholds) ?? testExactness(own.flat(), thresholds);
  if (reason !== null || voice === 'organization') return reason;
  const largest = weighed.flat().toSorted((a, b) => b.length - a.length);
  const some = largest.slice(0, FIRST_PARTS).flatMap(vanishingProportions);
  for (const proportion of new Set(some)) {
    const mixed = by(({ population, organization }) => population - proportion * organization);
    const mixedReason = testVoiceDifference(mixed, thresholds);
    if (mixedReason !== null) return mixedReason;
  }
  return null;
}

type Weighed = {
  readonly answers: number;
  readonly organization: number;
  readonly population: number;
};

const FIRST_PARTS = 3;
const FIRST_UNITS = 4;

const weigh = (unit: FormedUnit, item: number): readonly Weighed[] => {
  const answers = sum(unit.counts[item] ?? []);
  const weights = (voice: Voice) => weightOf(unit, answers, voice);
  return answers === 0
    ? []
    : [{ answers, organization: weights('organization'), population: weights('population') }];
};

const weighedBy = (unit: Weighed, weight: (unit: Weighed) => number): WeighedUnit => ({
  answers: unit.answers,
  weight: weight(unit),
});

function vanishingProportions(part: readonly Weighed[]): readonly number[] {
  const some = part.slice(0, FIRST_UNITS);
  return some.flatMap((one, index) =>
    some.slice(index + 1).flatMap((other) => {
      const population = one.population * other.answers - other.population * one.answers;
      const organization = one.organization * other.answers - other.organization * one.answers;
      return organization === 0 ? [] : [population / organization];
    }),
  );
}
