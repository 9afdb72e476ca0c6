import type { Voice } from '../../schemas/poll.ts';
import type { WithholdReason } from '../../schemas/release.ts';
import { answersOf } from './answers-of.ts';
import type { Atom } from './atom.ts';
import { type FiguresOfItem, feasibilityReason } from './feasibility-reason.ts';
import { firstReason } from './first-reason.ts';
import type { FormedUnit } from './form-units.ts';
import { cellsOf, hasEnoughUnits } from './groups-with-errors.ts';
import { type Publication, unitsOf } from './publication.ts';
import type { PublishedGroup } from './published-groups.ts';
import type { Thresholds } from './release-rules.ts';
import { sum } from './sum.ts';
import { testAmounts } from './test-amounts.ts';
import { testVoiceDifferences } from './test-voice-differences.ts';
import { voiceWeights } from './voice-weights.ts';

const LATE = 'too-small-a-difference';

/** Which groups may show an item with its error in one voice, and the reason against others. */
export type GroupsOfVoice = {
  readonly groups: readonly PublishedGroup[];
  readonly reason: WithholdReason | null;
};

/**
 * The groups that may show an item with its error in one voice: all that have enough units, else
 * statewide alone, else none. Whatever adding and subtracting them can tell apart must have enough
 * units that answered the item, none of them with a few answers, and must leave open how the
 * answers are spread over them; in a voice other than the respondents', every atom and all
 * together must pass the test by the voice's weights, and so must the difference from the counts.
 * After the first final release the other voices are statewide alone, and only of items whose
 * difference in them is that of enough units.
 *
 * @param withError the groups that show the item's error; none while that voice is decided
 */
export function groupsOfVoice(
  publication: Publication,
  item: number,
  voice: Voice,
  withError: readonly PublishedGroup[] = [],
): GroupsOfVoice {
  const { withErrors, statewide, checkpoint } = publication;
  const reasonOf = (groups: readonly PublishedGroup[]) =>
    reasonAgainst(publication, { item, voice, groups, withError });
  const other = voice !== 'respondent';
  if (other && checkpoint.unweighed.includes(item)) return { groups: [], reason: LATE };
  const late = other && checkpoint.finals > 1;
  const reason = late ? LATE : reasonOf(withErrors);
  if (reason === null) return { groups: withErrors, reason };
  const alone = withErrors.filter((group) => group === statewide);
  const reasonAlone = reasonOf(alone);
  return reasonAlone === null ? { groups: alone, reason } : { groups: [], reason: reasonAlone };
}

function reasonAgainst(publication: Publication, figures: FiguresOfItem): WithholdReason | null {
  const { item, voice, groups } = figures;
  if (groups.length === 0) return 'too-few-organizations';
  const { rules, units } = publication;
  const answering = (atom: Atom) => (units.get(atom) ?? []).map((unit) => answersIn(unit, item));
  const few = (answers: number) => answers > 0 && answers < rules.minUnitAnswers;
  const cells = cellsOf(groups);
  if (cells.flat().some((atom) => answering(atom).some(few))) return 'too-few-answers';
  const unitsIn = (atom: Atom) => answering(atom).filter((answers) => answers > 0).length;
  if (!cells.every((cell) => hasEnoughUnits(cell, unitsIn, rules.minUnits))) {
    return 'too-few-organizations';
  }
  if (voice !== 'respondent') {
    const reason = weightReason(publication, groups, item, voice);
    if (reason) return reason;
  }
  return feasibilityReason(publication, figures);
}

function weightReason(
  publication: Publication,
  groups: readonly PublishedGroup[],
  item: number,
  voice: Exclude<Voice, 'respondent'>,
): WithholdReason | null {
  const { rules, statewide } = publication;
  const test = (atoms: readonly Atom[], thresholds: Thresholds) =>
    testWeights(unitsOf(publication, atoms), item, voice, thresholds);
  const atoms = groups.length > 1 ? statewide.atoms : [];
  const ofCell = (cell: readonly Atom[]) =>
    testVoiceDifferences(
      cell.map((atom) => publication.parts.get(atom) ?? []),
      item,
      voice,
      rules.voice,
    );
  return (
    test(statewide.atoms, rules.group) ??
    firstReason(atoms, (atom) => test([atom], rules.atom)) ??
    firstReason(cellsOf(groups), ofCell)
  );
}

const testWeights = (
  units: readonly FormedUnit[],
  item: number,
  voice: Exclude<Voice, 'respondent'>,
  thresholds: Thresholds,
): WithholdReason | null => {
  const answers = units.flatMap(({ members }) => members.map((one) => answersOf(one, item)));
  return testAmounts(answers, thresholds, voiceWeights(units, item, voice));
};

const answersIn = ({ counts }: FormedUnit, item: number): number => sum(counts[item] ?? []);
