import type { Voice } from '../../schemas/poll.ts';

/** What counts as one cluster: an organization, or several small ones together. */
export type Unit = {
  readonly id: string;
  /** How many organizations the unit holds. */
  readonly organizations: number;
  /** How many people they serve together: a whole number, or null where one is unknown. */
  readonly peopleServed: number | null;
  /** `counts[item][level - 1]`: whole numbers, the items in the definition's order. */
  readonly counts: readonly (readonly number[])[];
};

/** Everything that a ranking depends on. */
export type RankingInput = {
  /** Levels of the Likert scale, 3 to 7. */
  readonly levels: number;
  /** In the definition's order; `counts` has their items one after the other. */
  readonly categories: readonly {
    readonly id: string;
    readonly items: readonly { readonly id: string }[];
  }[];
  readonly units: readonly Unit[];
  /** The voices to compute; `population` only where every unit has `peopleServed`. */
  readonly voices: readonly Voice[];
  /** Per voice, the items that get no figures at all, each with the reason. */
  readonly withheld: Readonly<Partial<Record<Voice, ReadonlyMap<string, string>>>>;
  /** False where units are few: counts, estimate and rank alone. */
  readonly uncertainty: boolean;
  /** Ids of the items, if any, that have counts, estimate and rank alone though others have more. */
  readonly withoutError?: ReadonlySet<string>;
};
