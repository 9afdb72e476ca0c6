import type { Random } from './random.ts';
import {
  type Answers,
  FULL_SHARE,
  type KnownOrganization,
  type Person,
  type PollShape,
  REGIONS,
  SETTINGS,
  type Wishes,
  type World,
} from './world.ts';

/** How often what mostly happens in a world does. */
const MOSTLY = 0.6;

/** Something happens to the responses between two roll-ups. */
export function happen(world: World, random: Random): void {
  const kind = random.below(10);
  const k = world.shape.minRespondents;
  const many = world.organizations.length * k * world.shape.crowd;
  if (random.chance(0.03)) join(world, random);
  if (world.mostly && random.chance(MOSTLY)) happenMostly(world, random, world.mostly);
  else if (isEven(world)) arriveEvenly(world, random);
  else if (kind < 4) arrive(world, random, random.below(many));
  else if (kind < 5) arrive(world, random, 1 + random.below(4));
  else if (kind < 6) arriveFrom(world, random, [byShare(world.organizations, random)], 3 * k);
  else if (kind < 7) arriveInRegion(world, random);
  else if (kind < 8) edit(world, random);
  else if (kind < 9) change(world, random, 1 + random.below(2 * k));
  else withdraw(world, random, 1 + random.below(2 * k));
}

function happenMostly(world: World, random: Random, mostly: NonNullable<Wishes['mostly']>): void {
  const k = world.shape.minRespondents;
  if (mostly === 'batches') {
    arriveFrom(world, random, [byShare(world.organizations, random)], 4 * k);
  } else if (mostly === 'withdrawals') {
    withdraw(world, random, 1 + random.below(4 * k));
  } else edit(world, random);
}

const isEven = ({ sizes }: World): boolean => sizes === 'equal' || sizes === 'fringe';

function arriveEvenly(world: World, random: Random): void {
  const { organizations, shape } = world;
  if (random.chance(0.3)) {
    const few = organizations.filter(({ share }) => share < FULL_SHARE);
    arriveFrom(world, random, few.length > 0 ? few : organizations, shape.minRespondents);
    return;
  }
  const responses = 1 + random.below(2 * shape.minRespondents * shape.crowd);
  for (const { id, share } of organizations) {
    if (share < FULL_SHARE) continue;
    for (let count = 0; count < responses; count += 1) {
      world.people.push(newPerson(world, id, random));
    }
  }
}

/** Some organizations of one region send what they gathered. */
export const arriveInRegion = (world: World, random: Random): void =>
  arriveFrom(
    world,
    random,
    ofOneRegion(world, random),
    world.organizations.length * world.shape.minRespondents,
  );

/** Three organizations send at least k responses each. */
export function arriveFromThree(world: World, random: Random): void {
  const { organizations, shape } = world;
  const first = random.below(organizations.length);
  for (const place of [0, 1, 2]) {
    const organization = organizations[(first + place) % organizations.length];
    const responses = shape.minRespondents + random.below(2 * shape.minRespondents);
    for (let count = 0; organization && count < responses; count += 1) {
      world.people.push(newPerson(world, organization.id, random));
    }
  }
}

const ofOneRegion = ({ organizations }: World, random: Random): readonly KnownOrganization[] => {
  const region = random.pick(REGIONS);
  const within = organizations.filter(({ attributes }) => attributes.region === region);
  return within.length > 0 ? within : organizations;
};

/** A batch of some organizations, of fewer than so many responses. */
function arriveFrom(
  world: World,
  random: Random,
  organizations: readonly KnownOrganization[],
  below: number,
): void {
  for (let count = random.below(below); count > 0; count -= 1) {
    world.people.push(newPerson(world, byShare(organizations, random).id, random));
  }
}

/** Responses arrive, by the organizations' shares. */
function arrive(world: World, random: Random, responses: number): void {
  for (let count = 0; count < responses; count += 1) {
    const organization = byShare(world.organizations, random);
    world.people.push(newPerson(world, organization.id, random));
  }
}

/** An organization joins the network while the poll is open. */
function join({ organizations }: World, random: Random): void {
  organizations.push({
    id: `n${organizations.length}`,
    attributes: { region: random.pick(REGIONS), setting: random.pick(SETTINGS) },
    peopleServed: 10 + random.below(500),
    share: 1 + random.below(20),
    setAside: false,
  });
}

const newPerson = (world: World, organization: string, random: Random): Person => ({
  organization,
  now: answers(world.shape, random),
  gone: false,
});

function answers({ items, levels, nonresponse, leaning }: PollShape, random: Random): Answers {
  return Array.from({ length: items }, (_, item) => {
    if (random.chance(nonresponse * (item === 0 ? 1 : 2))) return null;
    return random.chance(leaning) ? levels - 1 : random.below(levels);
  });
}

function change(world: World, random: Random, responses: number): void {
  for (const person of some(world, random, responses)) person.now = answers(world.shape, random);
}

function withdraw(world: World, random: Random, responses: number): void {
  for (const person of some(world, random, responses)) {
    person.now = null;
    person.gone = true;
  }
}

function some({ people }: World, random: Random, responses: number): readonly Person[] {
  const there = people.filter(({ now }) => now !== null);
  const recent = random.chance(0.5) ? there.slice(-2 * responses) : there;
  return Array.from({ length: responses }, () => recent[random.below(recent.length)]).filter(
    (person) => person !== undefined,
  );
}

/** An administrator edits what an organization is known by. */
export function edit({ organizations }: World, random: Random): void {
  const organization = organizations[random.below(organizations.length)];
  if (!organization) return;
  if (random.chance(0.5)) organization.peopleServed = 10 + random.below(500);
  else organization.attributes = { region: random.pick(REGIONS), setting: random.pick(SETTINGS) };
}

function byShare(organizations: readonly KnownOrganization[], random: Random): KnownOrganization {
  const total = organizations.reduce((sum, { share }) => sum + share, 0);
  let left = random.below(total);
  const found = organizations.find(({ share }) => {
    left -= share;
    return left < 0;
  });
  if (!found) throw new RangeError('a world has organizations');
  return found;
}
