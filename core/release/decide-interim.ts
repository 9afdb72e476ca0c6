import type { Checkpoint, CheckpointOrganization } from '../../schemas/checkpoint.ts';
import type { WithholdReason } from '../../schemas/release.ts';
import type { Atom } from './atom.ts';
import { type CandidateStep, candidateStep } from './candidate-step.ts';
import { sameOrganizations } from './canonical-checkpoint.ts';
import { type CountedPoll, frozenOrganizations } from './frozen-organizations.ts';
import { leadingItems } from './leading-items.ts';
import { partition } from './partition.ts';
import { byOrganization, pick, recount } from './recount.ts';
import type { ReleaseRules } from './release-rules.ts';
import { showItems } from './show-items.ts';
import { shownBefore } from './shown-before.ts';
import { testGroup } from './test-group.ts';
import { withGrowth } from './with-growth.ts';

/**
 * What an interim roll-up is to do. The `candidate` is to be kept for the next run. `withheld`
 * says why nothing is out yet; it is empty where something is, or where it only takes time.
 */
export type InterimDecision =
  | { readonly kind: 'release'; readonly released: Checkpoint; readonly candidate: Checkpoint }
  | {
      readonly kind: 'freeze';
      readonly candidate: Checkpoint;
      readonly withheld: readonly WithholdReason[];
    }
  | { readonly kind: 'wait'; readonly withheld: readonly WithholdReason[] };

/** What an interim roll-up decides from. */
export type InterimInput = {
  /** What the latest figures came from, if any are out. */
  readonly released?: Checkpoint | undefined;
  /** What an earlier run froze, if one did. */
  readonly candidate?: Checkpoint | undefined;
  readonly now: CountedPoll;
  /** How many items the poll has. */
  readonly items: number;
  readonly rules: ReleaseRules;
};

/**
 * Decides on an interim release, atom by atom of the partition. An atom's candidate is released
 * when the difference from what is out and the difference to what has come since both hide
 * everyone. So figures lag behind by a run at least, but the final count can nearly always
 * follow, and every step of every atom is one that a breakdown may lay bare. Nothing interim
 * follows a final release: of a poll that was reopened the next final one is the next.
 */
export function decideInterim(input: InterimInput): InterimDecision {
  const { released, candidate, now, items, rules } = input;
  if (released?.kind === 'final') return { kind: 'wait', withheld: [] };
  const organizations = frozenOrganizations(now, released);
  const atoms = partition(organizations, rules);
  const steps = stepsOf(atoms, input);
  const next = nextCandidate(atoms, steps, input);
  if (candidate && [...steps.values()].includes('release')) {
    const figures = releasedOrganizations(atoms, steps, released, candidate);
    const shown = shownIn(figures, released, items, rules);
    if (shown.length > 0) {
      return {
        kind: 'release',
        candidate: next,
        released: release(input, candidate, figures, shown),
      };
    }
  }
  const showing = showItems(organizations, items, rules);
  const withheld = released || showing.shown.length > 0 ? [] : showing.reasons;
  return candidate && sameOrganizations(candidate, next)
    ? { kind: 'wait', withheld }
    : { kind: 'freeze', candidate: next, withheld };
}

type Steps = ReadonlyMap<Atom, CandidateStep>;

function stepsOf(
  atoms: readonly Atom[],
  { released, candidate, items, rules }: InterimInput,
): Steps {
  const leading = leadingItems(candidate?.organizations ?? [], items, released?.shown ?? []);
  const out = byOrganization(shownBefore(released));
  const waiting = byOrganization(candidate?.organizations ?? []);
  const stepOf = ({ organizations: now }: Atom): CandidateStep =>
    candidate
      ? candidateStep(
          { released: pick(now, out), candidate: pick(now, waiting), now },
          leading,
          rules,
        )
      : 'replace';
  return new Map(atoms.map((atom) => [atom, stepOf(atom)]));
}

function nextCandidate(
  atoms: readonly Atom[],
  steps: Steps,
  { candidate, now }: InterimInput,
): Checkpoint {
  const waiting = byOrganization(candidate?.organizations ?? []);
  const organizations = recount(atoms, (one, atom) =>
    steps.get(atom) === 'keep' ? waiting.get(one.organization) : one,
  );
  const { poll, day } = now;
  const none = { shown: [], undivided: [], held: [], unweighed: [], releases: 0, finals: 0 };
  return { version: 1, poll, day, kind: 'candidate', ...none, organizations };
}

function releasedOrganizations(
  atoms: readonly Atom[],
  steps: Steps,
  released: Checkpoint | undefined,
  candidate: Checkpoint,
): CheckpointOrganization[] {
  const out = byOrganization(released?.organizations ?? []);
  const waiting = byOrganization(candidate.organizations);
  return recount(atoms, (one, atom) => {
    const source = steps.get(atom) === 'release' ? waiting : out;
    return source.get(one.organization);
  });
}

/** The items that the figures may show: one that never was has to pass in every atom, too. */
function shownIn(
  figures: readonly CheckpointOrganization[],
  released: Checkpoint | undefined,
  items: number,
  rules: ReleaseRules,
): readonly number[] {
  const atoms = [...Map.groupBy(figures, ({ atom }) => atom).values()];
  const tests = atoms.map((members) => testGroup(members, items, rules.difference));
  const passes = (item: number) => tests.every((results) => results[item] === null);
  return showItems(figures, items, rules).shown.filter(
    (item) => released?.shown.includes(item) || passes(item),
  );
}

function release(
  { released, now }: InterimInput,
  { day }: Checkpoint,
  organizations: readonly CheckpointOrganization[],
  shown: readonly number[],
): Checkpoint {
  const releases = (released?.releases ?? 0) + 1;
  return {
    version: 1,
    poll: now.poll,
    day,
    kind: 'interim',
    shown: [...new Set([...(released?.shown ?? []), ...shown])].sort((a, b) => a - b),
    undivided: released?.undivided ?? [],
    held: [],
    unweighed: [],
    releases,
    finals: 0,
    organizations: withGrowth(organizations, released?.organizations ?? [], releases),
  };
}
