import type { Checkpoint, CheckpointOrganization } from '../../schemas/checkpoint.ts';
import type { WithholdReason } from '../../schemas/release.ts';
import { answersOf } from './answers-of.ts';
import type { Atom } from './atom.ts';
import { differenceAllowed, type Subject } from './difference-allowed.ts';
import { type CountedPoll, frozenOrganizations } from './frozen-organizations.ts';
import { leadingItems } from './leading-items.ts';
import { mergeAtoms } from './merge-atoms.ts';
import { partition } from './partition.ts';
import { byOrganization, pick, recount, withoutResponses } from './recount.ts';
import type { ReleaseRules } from './release-rules.ts';
import { showItems } from './show-items.ts';
import { shownBefore } from './shown-before.ts';
import { testGroup, testParticipation } from './test-group.ts';
import { testVoiceChange } from './test-voice-change.ts';
import { unweighedItems } from './unweighed-items.ts';
import { withGrowth } from './with-growth.ts';

/** What a final roll-up is to do. */
export type FinalDecision =
  | {
      readonly kind: 'release';
      /** What the figures come from; its day is the day that they are as of. */
      readonly released: Checkpoint;
      /** Whether the sealed count holds answers that the figures leave out. */
      readonly leavesOutLateAnswers: boolean;
    }
  /** The same final figures are out already. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'withheld'; readonly reasons: readonly WithholdReason[] };

/** What a final roll-up decides from. */
export type FinalInput = {
  readonly released?: Checkpoint | undefined;
  readonly sealed: CountedPoll;
  /** How many items the poll has. */
  readonly items: number;
  readonly rules: ReleaseRules;
};

/**
 * Decides on a final release. The figures come from the sealed counts where the difference from
 * what is out hides everyone, else from what is out, as of its day. An item whose own difference
 * gives someone away keeps the counts that are out; where these no longer fit the responses (some
 * were withdrawn), everything comes from what is out. Atoms whose difference or whose own figures
 * would give someone away are merged, so that no breakdown takes them apart.
 */
export function decideFinal(input: FinalInput): FinalDecision {
  const { released, sealed, items, rules } = input;
  const counted = frozenOrganizations(sealed, released);
  const refusals = refusalsOf(counted, input);
  const refused = (released?.shown ?? []).filter((item) => refusals.has(item));
  const heldBack = holdBack(counted, released, refused);
  const late = refusals.has('responses') || heldBack.some((one) => hasMoreAnswers(one, refused));
  const organizations = late ? asReleased(counted, released) : heldBack;
  const held = late ? [] : refused;
  const showing = showItems(organizations, items, rules);
  if (showing.shown.length === 0) {
    return { kind: 'withheld', reasons: showItems(counted, items, rules).reasons };
  }
  const day = late ? (released?.day ?? sealed.day) : sealed.day;
  const checkpoint = finalCheckpoint(organizations, showing.shown, { ...input, held, day });
  if (released?.kind === 'final' && sameFigures(released, checkpoint)) return { kind: 'unchanged' };
  const leavesOutLateAnswers = !sameCounts(organizations, counted);
  return { kind: 'release', released: checkpoint, leavesOutLateAnswers };
}

type Organizations = readonly CheckpointOrganization[];

function refusalsOf(
  counted: Organizations,
  { released, rules }: FinalInput,
): ReadonlyMap<Subject, WithholdReason> {
  const before = shownBefore(released);
  const shown = released?.shown ?? [];
  const difference = differenceAllowed(before, counted, shown, rules);
  const refusals = new Map(difference.kind === 'refused' ? difference.refusals : []);
  if (released?.kind !== 'final') return refusals;
  const out = byOrganization(before);
  for (const item of shown) {
    const reason = testVoiceChange(out, counted, item, rules.difference);
    if (reason && !refusals.has(item)) refusals.set(item, reason);
  }
  return refusals;
}

/** Whether an organization would have more answers to an item than responses. */
const hasMoreAnswers = (one: CheckpointOrganization, items: readonly number[]): boolean =>
  items.some((item) => answersOf(one, item) > one.responses);

function asReleased(counted: Organizations, released: Checkpoint | undefined): Organizations {
  const out = byOrganization(released?.organizations ?? []);
  return counted.map((one) => {
    const { responses, counts } = out.get(one.organization) ?? withoutResponses(one);
    return { ...one, responses, counts };
  });
}

function holdBack(
  counted: Organizations,
  released: Checkpoint | undefined,
  held: readonly number[],
): Organizations {
  const out = byOrganization(released?.organizations ?? []);
  return counted.map((one) => {
    const earlier = (out.get(one.organization) ?? withoutResponses(one)).counts;
    return {
      ...one,
      counts: one.counts.map((now, item) => (held.includes(item) ? (earlier[item] ?? now) : now)),
    };
  });
}

function finalCheckpoint(
  organizations: Organizations,
  showable: readonly number[],
  { released, sealed, items, rules, held, day }: FinalInput & Pick<Checkpoint, 'held' | 'day'>,
): Checkpoint {
  const out = byOrganization(shownBefore(released));
  const shownEarlier = released?.shown ?? [];
  const releases = (released?.releases ?? 0) + 1;
  const leading = leadingItems(organizations, items, shownEarlier).filter((item) =>
    showable.includes(item),
  );
  const differenceOf = (atom: Atom, looked: readonly number[]) =>
    differenceAllowed(pick(atom.organizations, out), atom.organizations, looked, {
      difference: rules.atomDifference,
      measuresNewAnswers: rules.measuresNewAnswers,
    });
  const atoms = mergeAtoms(
    partition(organizations, rules),
    rules.attributes,
    (atom) =>
      differenceOf(atom, leading).kind === 'refused' || !atomPasses(atom, leading, items, rules),
  );
  const shown = ascending([...shownEarlier, ...showable]);
  const undivided = shown.filter((item) =>
    atoms.some((atom) => {
      const difference = differenceOf(atom, [item]);
      return difference.kind === 'refused' && difference.refusals.has(item);
    }),
  );
  return {
    version: 1,
    poll: sealed.poll,
    day,
    kind: 'final',
    shown,
    undivided: ascending([...(released?.undivided ?? []), ...undivided]),
    held,
    unweighed: unweighedItems(released, atoms, items, rules),
    releases,
    finals: (released?.finals ?? 0) + 1,
    organizations: withGrowth(
      recount(atoms, (one) => one),
      released?.organizations ?? [],
      releases,
    ),
  };
}

function atomPasses(
  { organizations }: Atom,
  leading: readonly number[],
  items: number,
  rules: ReleaseRules,
): boolean {
  const results = testGroup(organizations, items, rules.atom);
  return (
    testParticipation(organizations, rules.atom) === null &&
    leading.every((item) => results[item] === null)
  );
}

const sameFigures = (a: Checkpoint, b: Checkpoint): boolean =>
  sameCounts(a.organizations, b.organizations) && a.shown.join() === b.shown.join();

const sameCounts = (a: Organizations, b: Organizations): boolean => countsIn(a) === countsIn(b);

const countsIn = (organizations: Organizations): string =>
  JSON.stringify(
    organizations
      .filter(({ responses }) => responses > 0)
      .map(({ organization, responses, counts }) => [organization, responses, counts]),
  );

const ascending = (indexes: readonly number[]): number[] =>
  [...new Set(indexes)].sort((a, b) => a - b);
