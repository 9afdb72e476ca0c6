import type { CheckpointOrganization } from '../../schemas/checkpoint.ts';
import { changeOf } from './change-of.ts';
import { byOrganization } from './recount.ts';

/**
 * The organizations of a release, marked where every item has new answers of one since the
 * release before. Of the marks the first and the last are kept: they tell which releases an
 * organization's answers certainly came in.
 *
 * @param before the organizations of the release before
 * @param release the number of this release
 */
export function withGrowth(
  organizations: readonly CheckpointOrganization[],
  before: readonly CheckpointOrganization[],
  release: number,
): CheckpointOrganization[] {
  const out = byOrganization(before);
  return organizations.map((one) => {
    const earlier = out.get(one.organization);
    const grew = one.counts.every((_, item) => changeOf(earlier, one, item).fresh > 0);
    return grew ? { ...one, grewIn: [...one.grewIn.slice(0, 1), release] } : one;
  });
}
