import type { CountedOrganization } from './answers-of.ts';

/** How one organization's answers to an item differ between two checkpoints. */
export type Change = {
  /** How many people at least lie behind the difference, open answers included. */
  readonly changed: number;
  /** How many answers at least stand in the later one that did not stand in the earlier. */
  readonly fresh: number;
  /** Whether any level's count differs. */
  readonly levelsDiffer: boolean;
};

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
  const earlier = before?.counts[item] ?? [];
  const later = after?.counts[item] ?? [];
  let answers = 0;
  let moved = 0;
  let fresh = 0;
  for (let level = 0; level < Math.max(earlier.length, later.length); level += 1) {
    const growth = (later[level] ?? 0) - (earlier[level] ?? 0);
    answers += growth;
    moved += Math.abs(growth);
    fresh += Math.max(0, growth);
  }
  const responses = (after?.responses ?? 0) - (before?.responses ?? 0);
  const opened = Math.abs(responses - answers);
  return {
    changed: Math.max(Math.abs(answers), Math.ceil((moved + opened) / 2)),
    fresh,
    levelsDiffer: moved > 0,
  };
}
