import { answersOf, type CountedOrganization } from './answers-of.ts';
import { sum } from './sum.ts';

/**
 * The items that the partition and the releases are made for: those that an earlier release
 * showed, and those that at least half of the respondents answered. Any other is withheld where
 * it fails, instead of holding everything up.
 *
 * @param organizations the tallies to be released
 * @param items how many items the poll has
 * @param shown the indexes of the items that were shown before
 */
export function leadingItems(
  organizations: readonly CountedOrganization[],
  items: number,
  shown: readonly number[],
): readonly number[] {
  const responses = sum(organizations.map((one) => one.responses));
  const answered = (item: number) => sum(organizations.map((one) => answersOf(one, item)));
  return Array.from({ length: items }, (_, item) => item).filter(
    (item) => shown.includes(item) || 2 * answered(item) >= responses,
  );
}
