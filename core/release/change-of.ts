import { answersOf, type CountedOrganization } from './answers-of.ts';
import { sum } from './sum.ts';

/** How one organization's answers to an item differ between two checkpoints. */
export type Change = {
  /** How many people at least lie behind the difference, open answers included. */
  readonly changed: number;
  /** How many answers at least stand in the later one that did not stand in the earlier. */
  readonly fresh: number;
  /** Whether any level's count differs. */
  readonly levelsDiffer: boolean;
};

const openOf = (tally: CountedOrganization, item: number): number =>
  tally.responses - answersOf(tally, item);

const countedOr = (tally: CountedOrganization | undefined): CountedOrganization =>
  tally ?? { organization: '', responses: 0, counts: [] };

/**
 * How one organization's answers to one item differ. One that is missing has no responses.
 *
 * `changed` is the larger of the change in answers and half the L1 distance over the levels,
 * open included, rounded up (whoever moves from one level to another is in it twice). `fresh` is
 * the growth of the levels that grew: each of these is somebody whose answer is new.
 */
export function changeOf(
  before: CountedOrganization | undefined,
  after: CountedOrganization | undefined,
  item: number,
): Change {
  const earlier = countedOr(before);
  const later = countedOr(after);
  const levels = Math.max(earlier.counts[item]?.length ?? 0, later.counts[item]?.length ?? 0);
  const growth = Array.from(
    { length: levels },
    (_, level) => (later.counts[item]?.[level] ?? 0) - (earlier.counts[item]?.[level] ?? 0),
  );
  const moved = sum(growth.map(Math.abs));
  const opened = Math.abs(openOf(later, item) - openOf(earlier, item));
  return {
    changed: Math.max(Math.abs(sum(growth)), Math.ceil((moved + opened) / 2)),
    fresh: sum(growth.map((change) => Math.max(0, change))),
    levelsDiffer: moved > 0,
  };
}
