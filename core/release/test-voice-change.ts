import type { CheckpointOrganization } from '../../schemas/checkpoint.ts';
import type { WithholdReason } from '../../schemas/release.ts';
import { answersOf, type CountedOrganization } from './answers-of.ts';
import { changeOf } from './change-of.ts';
import type { Thresholds } from './release-rules.ts';
import { testAmounts } from './test-amounts.ts';

/**
 * The test of the difference of two final releases of an item in the voices that do not count
 * each person once: what changed must not be that of one organization by its weight, either.
 *
 * @param before the organizations' counts that are out, by id
 * @param after the counts that are to follow
 */
export function testVoiceChange(
  before: ReadonlyMap<string, CountedOrganization>,
  after: readonly CheckpointOrganization[],
  item: number,
  thresholds: Thresholds,
): WithholdReason | null {
  const changes = after.map((one) => {
    const earlier = before.get(one.organization);
    const { changed } = changeOf(earlier, one, item);
    const answers = Math.max(answersOf(one, item), earlier ? answersOf(earlier, item) : 0);
    return { changed, moved: answers === 0 ? 0 : Math.min(1, changed / answers), one };
  });
  const amounts = changes.map(({ changed }) => changed);
  const equally = changes.map(({ moved }) => moved);
  const served = changes.map(({ moved, one }) => moved * (one.peopleServed ?? 0));
  return testAmounts(amounts, thresholds, equally) ?? testAmounts(amounts, thresholds, served);
}
