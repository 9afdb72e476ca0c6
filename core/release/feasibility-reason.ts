import type { Voice } from '../../schemas/poll.ts';
import type { WithholdReason } from '../../schemas/release.ts';
import type { Atom } from './atom.ts';
import { bitsToldElsewhere } from './bits-told.ts';
import { firstReason } from './first-reason.ts';
import { cellsOf } from './groups-with-errors.ts';
import type { Publication } from './publication.ts';
import type { PublishedGroup } from './published-groups.ts';
import { testFeasibility } from './test-feasibility.ts';

/** The figures of an item in one voice, and the groups that are to have them. */
export type FiguresOfItem = {
  readonly item: number;
  readonly voice: Voice;
  readonly groups: readonly PublishedGroup[];
  /** The groups that show the item's error in the respondents' voice, if that is decided. */
  readonly withError: readonly PublishedGroup[];
};

/**
 * Whether the figures of an item in one voice, of all groups that are to have them, leave open
 * how the answers are spread over the units. Each cell must leave its own figures open, and all
 * cells together those of all groups: a unit stands in a group of every attribute, and statewide.
 * The errors of groups that lack another voice are counted beside that voice.
 */
export function feasibilityReason(
  publication: Pick<Publication, 'rules' | 'openings' | 'checkpoint'>,
  { item, voice, groups, withError }: FiguresOfItem,
): WithholdReason | null {
  const { rules, openings } = publication;
  const needed = voice === 'respondent' ? rules.errors : rules.otherVoices;
  const errorsAlone = withError.filter((group) => !groups.includes(group)).length;
  const errors = errorsAlone * rules.errors.bitsOfMetric;
  const together = groups.length * needed.bitsOfMetric + errors;
  const elsewhere = bitsToldElsewhere(publication, together);
  const test = (atoms: readonly Atom[], told: number) =>
    testFeasibility(
      atoms.map((atom) => openings(atom, item)),
      { ...needed, bitsOfMetric: told + elsewhere },
    );
  const cells = cellsOf(groups);
  const reason = test(cells.flat(), together);
  if (reason !== null || cells.length === 1) return reason;
  return firstReason(cells, (cell) => test(cell, needed.bitsOfMetric));
}
