import type { WithholdReason } from '../../schemas/release.ts';
import type { CountedOrganization } from './answers-of.ts';
import type { ReleaseRules } from './release-rules.ts';
import { testGroup, testParticipation } from './test-group.ts';

/** Which items a release may show to begin with, and the reasons against the others. */
export type Showing = {
  readonly shown: readonly number[];
  readonly reasons: readonly WithholdReason[];
};

/** Tests all organizations together, in the respondents' voice. */
export function showItems(
  organizations: readonly CountedOrganization[],
  items: number,
  { group }: Pick<ReleaseRules, 'group'>,
): Showing {
  const results = testGroup(organizations, items, group);
  const participation = testParticipation(organizations, group);
  const answered = (item: number) =>
    organizations.some(({ counts }) => counts[item]?.some((count) => count > 0));
  const reasons = [participation, ...results].filter((reason) => reason !== null);
  return {
    shown: participation
      ? []
      : results.flatMap((reason, item) => (reason === null && answered(item) ? [item] : [])),
    reasons: reasons.length > 0 ? [...new Set(reasons)].sort() : ['too-few-answers'],
  };
}
