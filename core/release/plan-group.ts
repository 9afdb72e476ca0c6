import type { Voice } from '../../schemas/poll.ts';
import type { WithholdReason } from '../../schemas/release.ts';
import type { Unit } from '../ranking/ranking-input.ts';
import { baseReasons, type Reasons } from './base-reasons.ts';
import { type GroupsOfVoice, groupsOfVoice } from './groups-of-voice.ts';
import { type Publication, unitsOf } from './publication.ts';
import type { PublishedGroup } from './published-groups.ts';
import { sum } from './sum.ts';

/** Why items are withheld, by the items' ids, of each voice that is published. */
export type Withheld = Readonly<Partial<Record<Voice, ReadonlyMap<string, WithholdReason>>>>;

/** What is published of one group, statewide included. */
export type GroupPlan = {
  /** The attribute that forms the groups; null for statewide. */
  readonly attribute: string | null;
  /** The group's value; null for statewide, and for the atoms of no one value (`Other`). */
  readonly value: string | null;
  readonly responses: number;
  /** How many organizations have a counted response. */
  readonly organizations: number;
  /** How many organizations were asked. */
  readonly organizationsAsked: number;
  readonly units: readonly Unit[];
  readonly voices: readonly Voice[];
  readonly withheld: Withheld;
  /** False where units are few: counts, estimates and ranks alone. */
  readonly uncertainty: boolean;
  /** The ids of the items that have counts, an estimate and a rank, but no error. */
  readonly withoutError: ReadonlySet<string>;
};

/** Prepares what all groups of a publication have in common, and plans any of them. */
export function groupPlanner(publication: Publication): (group: PublishedGroup) => GroupPlan {
  const { items, statewide } = publication;
  const base = baseReasons(publication);
  const withErrors = items.map((_, item) => groupsOfVoice(publication, item, 'respondent'));
  const byVoice = new Map(
    publication.voices.map((voice) => [
      voice,
      voice === 'respondent'
        ? withErrors
        : items.map((_, item) =>
            groupsOfVoice(publication, item, voice, withErrors[item]?.groups ?? []),
          ),
    ]),
  );
  return (group) =>
    planGroup(publication, group, group === statewide ? base.statewide : base.divided, byVoice);
}

function planGroup(
  publication: Publication,
  group: PublishedGroup,
  base: Reasons,
  byVoice: ReadonlyMap<Voice, readonly GroupsOfVoice[]>,
): GroupPlan {
  const { items, withErrors } = publication;
  const asked = group.atoms.flatMap(({ organizations }) => organizations);
  const uncertainty = withErrors.includes(group);
  const voices = uncertainty ? publication.voices : publication.voices.slice(0, 1);
  const reasonsIn = (voice: Voice): Reasons =>
    voice === 'respondent'
      ? base
      : items.map((_, item) => base[item] ?? reasonAgainst(byVoice.get(voice)?.[item], group));
  const errorless = items.filter(
    (_, item) => !byVoice.get('respondent')?.[item]?.groups.includes(group),
  );
  return {
    attribute: group.attribute,
    value: group.value,
    responses: sum(asked.map(({ responses }) => responses)),
    organizations: asked.filter(({ responses }) => responses > 0).length,
    organizationsAsked: asked.length,
    units: unitsOf(publication, group.atoms).map(({ members: _members, ...unit }) => unit),
    voices,
    withheld: Object.fromEntries(voices.map((voice) => [voice, byId(items, reasonsIn(voice))])),
    uncertainty,
    withoutError: new Set(errorless),
  };
}

function reasonAgainst(
  ofItem: GroupsOfVoice | undefined,
  group: PublishedGroup,
): WithholdReason | null {
  return ofItem?.groups.includes(group) ? null : (ofItem?.reason ?? 'too-few-organizations');
}

const byId = (items: readonly string[], reasons: Reasons): ReadonlyMap<string, WithholdReason> =>
  new Map(
    items.flatMap((id, item) => {
      const reason = reasons[item];
      return reason ? [[id, reason] as const] : [];
    }),
  );
