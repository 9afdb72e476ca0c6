import type { PollDefinition } from '../../schemas/poll.ts';
import { type ReleaseRules, releaseRules, type Thresholds } from './release-rules.ts';
import type { Feasibility } from './test-feasibility.ts';

const NO_THRESHOLDS: Thresholds = {
  minAnswers: 0,
  minOrganizations: 0,
  largestPercent: 100,
  minWithoutLargest: 0,
};

const NOTHING_OPEN: Feasibility = { bitsOfMetric: 0, margin: 0, bitsOfSet: 0 };

/**
 * Rules that let everything pass: each organization a unit of its own, nothing withheld. For a
 * network's own eyes; what they let through must never be published.
 */
export const noRules = (
  definition: Pick<PollDefinition, 'minRespondents' | 'minOrganizations' | 'publishedAttributes'>,
): ReleaseRules => ({
  ...releaseRules(definition),
  group: NO_THRESHOLDS,
  difference: NO_THRESHOLDS,
  voice: NO_THRESHOLDS,
  atom: NO_THRESHOLDS,
  atomDifference: NO_THRESHOLDS,
  minUnitAnswers: 0,
  minUnits: 0,
  errors: NOTHING_OPEN,
  otherVoices: NOTHING_OPEN,
});
