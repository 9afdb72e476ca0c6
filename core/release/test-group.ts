import type { WithholdReason } from '../../schemas/release.ts';
import { answersOf, type CountedOrganization } from './answers-of.ts';
import type { Thresholds } from './release-rules.ts';
import { testAmounts } from './test-amounts.ts';

/**
 * The disclosure test of a group of organizations, in one voice.
 *
 * @param organizations the group's tallies
 * @param items how many items the poll has
 * @param thresholds what each item must pass
 * @param weights `weights[item][organization]`: what each organization carries of the voice's
 *   estimate; its answers (the respondents' voice) unless given
 * @returns per item, null where it may be shown, or the first reason against it
 */
export const testGroup = (
  organizations: readonly CountedOrganization[],
  items: number,
  thresholds: Thresholds,
  weights?: readonly (readonly number[])[],
): readonly (WithholdReason | null)[] =>
  Array.from({ length: items }, (_, item) =>
    testAmounts(
      organizations.map((organization) => answersOf(organization, item)),
      thresholds,
      weights?.[item],
    ),
  );

/** The same test of how many took part: the base of the numbers of responses. */
export const testParticipation = (
  organizations: readonly CountedOrganization[],
  thresholds: Thresholds,
): WithholdReason | null =>
  testAmounts(
    organizations.map(({ responses }) => responses),
    thresholds,
  );
