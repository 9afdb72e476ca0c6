import type { WithholdReason } from '../../schemas/release.ts';
import { answersOf } from './answers-of.ts';
import type { Atom } from './atom.ts';
import type { Publication } from './publication.ts';
import type { ReleaseRules } from './release-rules.ts';
import { testGroup } from './test-group.ts';

/** Per item, why it is withheld; null where it is not. */
export type Reasons = readonly (WithholdReason | null)[];

/**
 * Why each item is withheld in every voice, statewide and of the breakdowns. An item that fails
 * in any atom, or whose releases cannot be taken apart by atoms, is withheld of every group.
 */
export function baseReasons(publication: Publication): {
  readonly statewide: Reasons;
  readonly divided: Reasons;
} {
  const statewide = statewideReasons(publication);
  const { checkpoint, items, rules } = publication;
  const { undivided, held } = checkpoint;
  const inAtoms = firstReasons(publication.statewide.atoms, items.length, rules);
  const divided = items.map((_, item) => {
    const late = undivided.includes(item) || held.includes(item);
    return statewide[item] ?? inAtoms[item] ?? (late ? 'too-small-a-difference' : null);
  });
  return { statewide, divided };
}

function statewideReasons({ items, checkpoint, rules, statewide }: Publication): Reasons {
  const everyone = statewide.atoms.flatMap(({ organizations }) => organizations);
  const results = testGroup(everyone, items.length, rules.group);
  const inAtoms = firstReasons(statewide.atoms, items.length, rules);
  return items.map((_, item) => {
    const answered = everyone.some((one) => answersOf(one, item) > 0);
    if (!answered || checkpoint.shown.includes(item)) return results[item] ?? null;
    return results[item] ?? inAtoms[item] ?? 'too-few-answers';
  });
}

function firstReasons(
  atoms: readonly Atom[],
  items: number,
  { atom: thresholds }: Pick<ReleaseRules, 'atom'>,
): Reasons {
  const results = atoms.map(({ organizations }) => testGroup(organizations, items, thresholds));
  return Array.from(
    { length: items },
    (_, item) => results.map((reasons) => reasons[item]).find((reason) => reason) ?? null,
  );
}
