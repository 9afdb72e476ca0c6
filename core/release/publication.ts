import type { Checkpoint } from '../../schemas/checkpoint.ts';
import type { Voice } from '../../schemas/poll.ts';
import type { ReleaseKind } from '../../schemas/release.ts';
import type { Atom } from './atom.ts';
import type { FormedUnit } from './form-units.ts';
import type { Openings } from './openings.ts';
import type { PublishedGroup } from './published-groups.ts';
import type { ReleaseRules } from './release-rules.ts';
import type { PartsOfAtom } from './test-voice-difference.ts';

/** One release as a whole: what each group's plan depends on. */
export type Publication = {
  readonly kind: ReleaseKind;
  /** The items' ids in the definition's order. */
  readonly items: readonly string[];
  readonly checkpoint: Checkpoint;
  readonly rules: ReleaseRules;
  readonly units: ReadonlyMap<Atom, readonly FormedUnit[]>;
  /** An atom's units by the parts of it whose counts can be told apart. */
  readonly parts: ReadonlyMap<Atom, PartsOfAtom<FormedUnit>>;
  /** What is open of an item in an atom. */
  readonly openings: (atom: Atom, item: number) => Openings;
  readonly statewide: PublishedGroup;
  /** The groups that have enough units for errors and every voice, statewide first. */
  readonly withErrors: readonly PublishedGroup[];
  /** The voices that the release may have. */
  readonly voices: readonly Voice[];
};

/** The units of some atoms. */
export const unitsOf = (
  { units }: Pick<Publication, 'units'>,
  atoms: readonly Atom[],
): readonly FormedUnit[] => atoms.flatMap((atom) => units.get(atom) ?? []);
