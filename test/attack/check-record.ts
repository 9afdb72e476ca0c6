import type { Played } from './play-history.ts';
import { groupsOf, shownItems } from './published-fact.ts';
import { tallyAt } from './tally-at.ts';

/** What the attacker was told is not what was published: the attack would prove nothing. */
export class RecordMismatchError extends Error {
  override readonly name = 'RecordMismatchError';
}

/**
 * Checks that the sums of people's answers that the attack works on are the numbers that the
 * plans publish.
 *
 * @throws RecordMismatchError where they are not
 */
export function checkRecord(played: Played): void {
  const { world, snapshots, facts } = played;
  const { items } = world.shape;
  const tally = tallyAt(played);
  const count = (parts: (typeof facts)[number]['parts'], item: number): number =>
    [...parts].reduce(
      (sum, [organization, { run }]) =>
        tally(organization, run, item).reduce((all, one) => all + one, sum),
      0,
    );
  for (const { number, plan } of snapshots) {
    for (const group of groupsOf(plan)) {
      const name = `${group.attribute ?? ''}=${group.value ?? ''}`;
      for (const item of [...shownItems(group, 'respondent', items), items]) {
        const published =
          item === items
            ? group.responses
            : group.units.reduce(
                (sum, { counts }) => sum + (counts[item] ?? []).reduce((a, b) => a + b, 0),
                0,
              );
        const fact = facts.find(
          (one) =>
            one.snapshot === number &&
            one.group === name &&
            one.item === item &&
            one.voice === 'respondent',
        );
        const recorded = fact ? count(fact.parts, item) : -1;
        if (recorded !== published) {
          throw new RecordMismatchError(`${name}, item ${item}: ${recorded}, not ${published}`);
        }
      }
    }
  }
}
