import type { CheckpointOrganization } from '../../schemas/checkpoint.ts';
import { attributeOf } from './atom.ts';
import type { Publication } from './publication.ts';
import type { ReleaseRules } from './release-rules.ts';
import { sum } from './sum.ts';

/**
 * What the figures of other releases say of an item, in bits of one metric: the interim ones each
 * an error; the first final one every voice of as many groups as it can have had; later final
 * ones every voice statewide and an error of each group. An interim release also counts one group
 * of the final one that is to come, so the first final one counts the interim ones only where it
 * says more than that.
 *
 * @param own what the release itself says
 */
export function bitsToldElsewhere(
  { checkpoint, rules }: Pick<Publication, 'checkpoint' | 'rules'>,
  own: number,
): number {
  const { kind, releases, finals, organizations } = checkpoint;
  const error = rules.errors.bitsOfMetric;
  const everyVoice = rules.otherVoices.bitsOfMetric;
  if (kind !== 'final') return (releases - 1) * error + everyVoice;
  const interim = (releases - finals) * error;
  if (finals <= 1) return own > everyVoice ? interim : 0;
  const groups = mostGroups(organizations, rules);
  return interim + groups * everyVoice + (finals - 2) * (everyVoice + (groups - 1) * error);
}

/**
 * The most groups with errors that an earlier release can have had, statewide included: each of
 * enough units, one a value and one of mixed atoms. Atoms are merged later on, but attributes are
 * frozen, and no organization leaves a checkpoint.
 */
function mostGroups(
  organizations: readonly CheckpointOrganization[],
  { attributes, minUnits }: ReleaseRules,
): number {
  const enough = Math.floor(organizations.length / minUnits);
  const parts = attributes.map((attribute) => {
    const values = new Set(organizations.map(({ attributes: own }) => attributeOf(own, attribute)));
    return values.size > 1 ? Math.min(values.size + 1, enough) : 0;
  });
  return 1 + sum(parts);
}
