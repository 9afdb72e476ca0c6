import type { Voice } from '../../schemas/poll.ts';
import type { WithholdReason } from '../../schemas/release.ts';
import type { Atom } from './atom.ts';
import { cellsOf } from './groups-with-errors.ts';
import type { Publication } from './publication.ts';
import type { PublishedGroup } from './published-groups.ts';
import type { ReleaseRules } from './release-rules.ts';
import { testFeasibility } from './test-feasibility.ts';

/**
 * Whether the figures of an item in one voice, of all groups that are to have them, leave open
 * how the answers are spread over the units. Each cell must leave its own figures open, and all
 * cells together those of all groups: a unit stands in a group of every attribute, and statewide.
 */
export function feasibilityReason(
  publication: Publication,
  groups: readonly PublishedGroup[],
  item: number,
  voice: Voice,
): WithholdReason | null {
  const { rules, openings, checkpoint } = publication;
  const needed = voice === 'respondent' ? rules.errors : rules.otherVoices;
  const told = bitsToldElsewhere(checkpoint, rules);
  const test = (atoms: readonly Atom[], figures: number) =>
    testFeasibility(
      atoms.map((atom) => openings(atom, item)),
      { ...needed, bitsOfMetric: figures * needed.bitsOfMetric + told },
    );
  const cells = cellsOf(groups);
  const together = test(cells.flat(), groups.length);
  if (together !== null || cells.length === 1) return together;
  return cells.map((cell) => test(cell, 1)).find((reason) => reason !== null) ?? null;
}

/**
 * What the figures of other releases say, by one metric: of the earlier ones, and, of an interim
 * release, of the final one that is to come with every voice.
 */
function bitsToldElsewhere(
  { kind, releases, finals }: Publication['checkpoint'],
  { errors, otherVoices }: ReleaseRules,
): number {
  const first = otherVoices.bitsOfMetric;
  if (kind !== 'final') return (releases - 1) * errors.bitsOfMetric + first;
  const isFirst = finals <= 1;
  return isFirst ? 0 : (releases - finals) * errors.bitsOfMetric + (finals - 1) * first;
}
