import type { WithholdReason } from '../../schemas/release.ts';
import type { CountedOrganization } from './answers-of.ts';
import { changeOf } from './change-of.ts';
import type { ReleaseRules } from './release-rules.ts';
import { sum } from './sum.ts';
import { testAmounts } from './test-amounts.ts';

/** An item's index, or the number of responses, which is published like an item. */
export type Subject = number | 'responses';

/** Whether a release may follow another, and if not, what of it stands against it. */
export type Difference =
  | { readonly kind: 'allowed'; readonly changed: boolean }
  | { readonly kind: 'refused'; readonly refusals: ReadonlyMap<Subject, WithholdReason> };

type DifferenceRules = Pick<ReleaseRules, 'difference' | 'measuresNewAnswers'>;

/**
 * Whether figures over `after` may be published by the side of figures over `before`, so that
 * their difference, too, hides everyone: for each item and for the number of responses nothing
 * changed, or enough people of enough organizations, of which none has too much, and enough
 * without the largest.
 *
 * Enough must have changed, and enough of it must be new. The second is what makes any number of
 * releases safe together: whatever of them is added and subtracted, the latest one's new answers
 * stand in no other, so nothing can cancel them.
 *
 * @param before what is out; empty where nothing is
 * @param after what is to follow; organizations that only one side has are zeros in the other
 * @param items the indexes of the items to look at
 */
export function differenceAllowed(
  before: readonly CountedOrganization[],
  after: readonly CountedOrganization[],
  items: readonly number[],
  rules: DifferenceRules,
): Difference {
  const pairs = pairsOf(before, after);
  const grown = pairs.map(([a, b]) => (b?.responses ?? 0) - (a?.responses ?? 0));
  let changed = grown.some((growth) => growth !== 0);
  const refusals = new Map<Subject, WithholdReason>();
  const refuse = (subject: Subject, reason: WithholdReason | null) => {
    if (reason) refusals.set(subject, reason);
  };
  refuse('responses', testGrowth(grown, rules));
  for (const item of items) {
    const changes = pairs.map(([a, b]) => changeOf(a, b, item));
    changed ||= changes.some((change) => change.changed > 0);
    const amounts = changes.map((change) => change.changed);
    const fresh = changes.map((change) => change.fresh);
    const differs = changes.some((change) => change.levelsDiffer);
    refuse(item, testChange(amounts, differs ? fresh : null, rules));
  }
  return refusals.size === 0 ? { kind: 'allowed', changed } : { kind: 'refused', refusals };
}

type Pair = readonly [CountedOrganization | undefined, CountedOrganization | undefined];

function pairsOf(
  before: readonly CountedOrganization[],
  after: readonly CountedOrganization[],
): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  for (const one of before) pairs.set(one.organization, [one, undefined]);
  for (const one of after) {
    pairs.set(one.organization, [pairs.get(one.organization)?.[0], one]);
  }
  return [...pairs.values()];
}

function testGrowth(grown: readonly number[], rules: DifferenceRules): WithholdReason | null {
  const differs = grown.some((growth) => growth !== 0);
  const fresh = grown.map((growth) => Math.max(0, growth));
  return testChange(grown.map(Math.abs), differs ? fresh : null, rules);
}

function testChange(
  changed: readonly number[],
  fresh: readonly number[] | null,
  { difference, measuresNewAnswers }: DifferenceRules,
): WithholdReason | null {
  const reason = testAmounts(changed, difference);
  if (reason || !fresh || !measuresNewAnswers) return reason;
  return sum(fresh) === 0 ? 'too-few-answers' : testAmounts(fresh, difference);
}
