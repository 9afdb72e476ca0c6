import { describe, expect, it } from 'vitest';
import { fewOrganizations, fewPeople, type PeopleClass, peopleClasses } from './linear-attack.ts';
import { type Played, playHistory } from './play-history.ts';
import { random } from './random.ts';
import { rationalSpan } from './rational-span.ts';
import { rulesOff } from './rules-off.ts';

const MOST_ORGANIZATIONS = 6;
const MOST_CLASSES = 9;

/** Whether some of the classes, and they alone, are what a combination can depend on. */
function canBeLeft(classes: readonly PeopleClass[], left: readonly PeopleClass[]): boolean {
  const span = rationalSpan();
  for (const one of classes) {
    if (!left.includes(one)) for (const vector of one.vectors) span.add(vector);
  }
  return left.some(({ vectors }) => vectors.some((vector) => !span.holds(vector)));
}

const subsetsOf = (classes: readonly PeopleClass[]): readonly (readonly PeopleClass[])[] =>
  Array.from({ length: 2 ** classes.length }, (_, chosen) =>
    classes.filter((_, index) => (chosen >> index) & 1),
  );

/** The same search as the attacker's, by trying every set of classes. */
function tryEverySet(classes: readonly PeopleClass[], k: number) {
  const owners = [null, ...new Set(classes.flatMap(({ people }) => [...people.keys()]))];
  const left = subsetsOf(classes).filter((some) => canBeLeft(classes, some));
  const others = (some: readonly PeopleClass[], own: string | null) =>
    some.reduce((sum, { people, total }) => sum + total - (people.get(own ?? '') ?? 0), 0);
  const dependsOnOthers = (some: readonly PeopleClass[], own: string | null) => {
    const foreign = some.filter(({ people }) => [...people.keys()].some((id) => id !== own));
    const span = rationalSpan();
    for (const one of classes) {
      if (!some.includes(one)) for (const vector of one.vectors) span.add(vector);
    }
    return foreign.some(({ vectors }) => vectors.some((vector) => !span.holds(vector)));
  };
  return {
    people: left.some((some) =>
      owners.some((own) => others(some, own) < k && dependsOnOthers(some, own)),
    ),
    organizations: left.some(
      (some) => new Set(some.flatMap(({ people }) => [...people.keys()])).size < 3,
    ),
  };
}

const smallHistories = (count: number): readonly Played[] => {
  const without = rulesOff.filter(({ variant }) => variant.wishes?.organizations !== 'many');
  const all = Array.from({ length: count }, (_, seed) =>
    playHistory(random(seed), {
      ...without[seed % without.length]?.variant,
      wishes: { organizations: 'few' },
    }),
  );
  return all.filter(({ world }) => world.organizations.length <= MOST_ORGANIZATIONS);
};

describe('the linear attack', () => {
  it('finds what trying every set of people finds, in polls of at most six organizations', () => {
    const seen = { people: 0, organizations: 0, neither: 0 };
    for (const played of smallHistories(300)) {
      for (let item = 0; item <= played.world.shape.items; item += 1) {
        const classes = peopleClasses(played, item);
        if (classes.length === 0 || classes.length > MOST_CLASSES) continue;
        const expected = tryEverySet(classes, played.world.shape.minRespondents);
        expect(fewPeople(classes, played.world.shape.minRespondents) !== null).toBe(
          expected.people,
        );
        expect(fewOrganizations(classes) !== null).toBe(expected.organizations);
        seen.people += Number(expected.people);
        seen.organizations += Number(expected.organizations);
        seen.neither += Number(!expected.people && !expected.organizations);
      }
    }
    console.log('items tried by every set of people:', seen);
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });

  it("tells apart, of one final release, no more than the partition's atoms", () => {
    const single = Array.from({ length: 200 }, (_, seed) => playHistory(random(seed))).filter(
      ({ snapshots }) => snapshots.length === 1,
    );
    let atoms = 0;
    for (const { facts, snapshots, world } of single) {
      const organizations = snapshots[0]?.checkpoint.organizations ?? [];
      const sums = facts.filter(
        ({ item, voice }) => voice === 'respondent' && item === world.shape.items,
      );
      const signatures = Map.groupBy(
        organizations.filter(({ responses }) => responses > 0),
        ({ atom }) => atom,
      );
      for (const members of signatures.values()) {
        const places = members.map(({ organization }) =>
          sums.map(({ parts }) => Number(parts.has(organization))).join(''),
        );
        expect(new Set(places).size).toBe(1);
        atoms += 1;
      }
    }
    expect(atoms).toBeGreaterThan(single.length);
  });
});
