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
 * Two voices can be added in any proportion; looked at are proportions at which units of two kinds
 * (unlike in what one answer weighs in either voice) vanish together with the counts. Units of one
 * kind do so at every proportion, so they and parts of one kind show none. If all but two units
 * vanish at one proportion, then, of three parts, all the kinds of one do, and of four kinds of a
 * part two: so four kinds of three parts suffice to find it.
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
  const kinds = weighed.flat().map(firstKinds);
  const some = kinds.filter((part) => part.length > 1).slice(0, PARTS_LOOKED_AT);
  for (const proportion of new Set(some.flatMap(vanishingProportions))) {
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

const PARTS_LOOKED_AT = 3;
const KINDS_LOOKED_AT = 4;

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

/** One unit of each of the first kinds of a part. */
function firstKinds(part: readonly Weighed[]): readonly Weighed[] {
  const kinds: Weighed[] = [];
  for (const unit of part) {
    if (kinds.some((other) => isOfOneKind(unit, other))) continue;
    if (kinds.push(unit) === KINDS_LOOKED_AT) break;
  }
  return kinds;
}

const isOfOneKind = (one: Weighed, other: Weighed): boolean =>
  excess(one, other, 'organization') === 0 && excess(one, other, 'population') === 0;

/** By how much one answer of a unit weighs more than one of another, times the answers of both. */
const excess = (one: Weighed, other: Weighed, voice: 'organization' | 'population'): number =>
  one[voice] * other.answers - other[voice] * one.answers;

function vanishingProportions(kinds: readonly Weighed[]): readonly number[] {
  return kinds.flatMap((one, index) =>
    kinds.slice(index + 1).flatMap((other) => {
      const organization = excess(one, other, 'organization');
      return organization === 0 ? [] : [excess(one, other, 'population') / organization];
    }),
  );
}
