import type { PollDefinition } from '../../schemas/poll.ts';
import type { Feasibility } from './test-feasibility.ts';

/** The least of bodies behind a figure, or behind the difference of two. */
export type Thresholds = {
  readonly minAnswers: number;
  readonly minOrganizations: number;
  /** The most that one organization may have of the whole, in percent. */
  readonly largestPercent: number;
  /** The least that is left when the largest organization, which knows its own, is taken out. */
  readonly minWithoutLargest: number;
};

/** The release rules as numbers, so that every one of them can be shown to be needed. */
export type ReleaseRules = {
  /** What a published group must pass. */
  readonly group: Thresholds;
  /** What the difference of two releases must pass. */
  readonly difference: Thresholds;
  /** What the difference between a voice's estimate and the counts must pass. */
  readonly voice: Thresholds;
  /** Whether a difference is measured by what is new in it, too, not only by what changed. */
  readonly measuresNewAnswers: boolean;
  /**
   * What an atom of the partition must pass, or be merged; and each item in every atom, or be
   * withheld of every breakdown.
   */
  readonly atom: Thresholds;
  /** What the difference of two releases must pass in every atom of a final release. */
  readonly atomDifference: Thresholds;
  /** The least answers, if any, of a unit to an item. */
  readonly minUnitAnswers: number;
  /** The fewest units behind an error or a voice other than the respondents'. */
  readonly minUnits: number;
  /** What must stay open of an item that has errors in the respondents' voice. */
  readonly errors: Feasibility;
  /** What must stay open of an item that has other voices, too. */
  readonly otherVoices: Feasibility;
  /** The attributes by which figures are broken down, in the definition's order. */
  readonly attributes: readonly string[];
};

const LARGEST_PERCENT = 80;
const FEWEST_UNITS = 10;

/**
 * Measured once (docs/adr/0008) over random polls of 10 to 300 units, of the ways to spread the
 * answers by one metric: an error and an interval's ends exclude 7 bits, and with the estimate of
 * another voice 12. So 8, and 36 for three voices; and half of what the figures of its category
 * say.
 */
const ERRORS: Feasibility = { bitsOfMetric: 12, margin: 10, bitsOfSet: 0 };
const OTHER_VOICES: Feasibility = { bitsOfMetric: 48, margin: 10, bitsOfSet: 20 };

/** The release rules of a poll. */
export function releaseRules(
  definition: Pick<PollDefinition, 'minRespondents' | 'minOrganizations' | 'publishedAttributes'>,
): ReleaseRules {
  const thresholds: Thresholds = {
    minAnswers: definition.minRespondents,
    minOrganizations: definition.minOrganizations,
    largestPercent: LARGEST_PERCENT,
    minWithoutLargest: definition.minRespondents,
  };
  return {
    group: thresholds,
    difference: thresholds,
    voice: thresholds,
    measuresNewAnswers: true,
    atom: thresholds,
    atomDifference: thresholds,
    minUnitAnswers: definition.minRespondents,
    minUnits: FEWEST_UNITS,
    errors: ERRORS,
    otherVoices: OTHER_VOICES,
    attributes: definition.publishedAttributes,
  };
}
