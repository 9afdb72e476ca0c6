import type { CountedPoll } from '../../core/release/frozen-organizations.ts';
import type { Random } from './random.ts';

/** One person's answers: per item a level from 0, or null where it was left open. */
export type Answers = readonly (number | null)[];

/** What one person's response was at each roll-up; null before it came and after it was withdrawn. */
export type Person = { readonly organization: string; now: Answers | null; gone: boolean };

export type KnownOrganization = {
  readonly id: string;
  attributes: Record<string, string>;
  peopleServed: number | undefined;
  /** How likely the next response is one of this organization. */
  readonly share: number;
  /** Whether an administrator set it aside: its responses no longer count. */
  setAside: boolean;
};

/** The shape of a random poll. */
export type PollShape = {
  readonly items: number;
  readonly levels: number;
  readonly minRespondents: number;
  readonly attributes: readonly string[];
  readonly nonresponse: number;
  /** How likely a person is of the common mind; the others choose any level. */
  readonly leaning: number;
  /** So many times as many responses come as in other polls. */
  readonly crowd: number;
};

/** The truth behind a poll: every organization and every person. */
export type World = {
  readonly shape: PollShape;
  readonly organizations: KnownOrganization[];
  readonly people: Person[];
  /** Of equal sizes, each sends as many responses as every other; so do all but a small fringe. */
  readonly sizes: Sizes;
  /** What mostly happens between two roll-ups, if anything does. */
  readonly mostly: Wishes['mostly'];
};

const REGIONS = ['east', 'north', 'west'] as const;
const FULL_SHARE = 10;
/** The first of the organizations that are small where a world has a fringe. */
const FRINGE = 14;
const MOSTLY = 0.6;
const CROWD = 4;
const NEARLY_ALL = [0.9, 0.97, 0.99] as const;
const SETTINGS = ['campus', 'clinic'] as const;

/** How organizations compare in size. */
type Sizes = 'like' | 'equal' | 'fringe' | 'unlike' | 'dominant';

/** What a world is to be like, where it is not left to chance. */
export type Wishes = {
  readonly sizes?: Sizes;
  /** At most six organizations, some, or many. */
  readonly organizations?: 'few' | 'some' | 'many';
  readonly attributes?: readonly string[];
  /** Whether the one attribute nests in the other, or crosses it. */
  readonly nests?: boolean;
  readonly nonresponse?: number;
  readonly minRespondents?: number;
  /** Whether nearly everybody answers alike. */
  readonly leaning?: boolean;
  /** Whether organizations send several times as many responses. */
  readonly crowded?: boolean;
  readonly mostly?: 'batches' | 'withdrawals' | 'edits';
  /** Whether there is a second final release after an administrator edited an organization. */
  readonly reopened?: boolean;
  /** Whether an organization is set aside when the poll is reopened. */
  readonly setsAside?: boolean;
  /** Whether just three organizations send more when the poll is reopened, and nothing else is. */
  readonly lateFromThree?: boolean;
};

const NUMBERS = {
  few: { least: 3, below: 4 },
  some: { least: 6, below: 8 },
  many: { least: 20, below: 6 },
} as const;

/** A random poll without responses yet: few or many organizations, of like or unlike sizes. */
export function randomWorld(random: Random, wishes: Wishes = {}): World {
  const { least, below } =
    NUMBERS[wishes.organizations ?? random.pick(['few', 'some', 'some', 'many'] as const)];
  const organizations = least + random.below(below);
  const sizes =
    wishes.sizes ?? random.pick(['like', 'equal', 'fringe', 'unlike', 'dominant'] as const);
  const nests = wishes.nests ?? random.chance(0.4);
  const attributes = random.pick<readonly string[]>([
    [],
    ['region'],
    ['region'],
    ['region', 'setting'],
  ]);
  const shape: PollShape = {
    items: 2,
    levels: random.pick([3, 3, 3, 5] as const),
    minRespondents: wishes.minRespondents ?? random.pick([5, 5, 11] as const),
    attributes: wishes.attributes ?? attributes,
    nonresponse: wishes.nonresponse ?? random.pick([0, 0, 0.1, 0.3] as const),
    leaning: (wishes.leaning ?? random.chance(0.15)) ? random.pick(NEARLY_ALL) : 0,
    crowd: (wishes.crowded ?? random.chance(0.15)) ? CROWD : 1,
  };
  const known = Array.from({ length: organizations }, (_, index): KnownOrganization => {
    const place = Math.floor((index * random.pick([2, 3] as const)) / organizations);
    const region = REGIONS[place] ?? 'east';
    const setting = nests ? (region === 'east' ? 'campus' : 'clinic') : random.pick(SETTINGS);
    return {
      id: `o${String.fromCharCode(97 + index)}`,
      attributes: random.chance(0.95) ? { region, setting } : { setting },
      peopleServed: random.chance(0.98) ? 10 + random.below(500) : undefined,
      share: shareOf(sizes, index, random),
      setAside: false,
    };
  });
  return { shape, organizations: known, people: [], sizes, mostly: wishes.mostly };
}

function shareOf(sizes: Sizes, index: number, random: Random): number {
  if (sizes === 'like' || sizes === 'equal') return FULL_SHARE;
  if (sizes === 'fringe') return index < FRINGE ? FULL_SHARE : 1;
  return sizes === 'dominant' && index === 0 ? 6 * FULL_SHARE : 1 + random.below(2 * FULL_SHARE);
}

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

/** The answers that count now, person by person. */
export const standing = ({ people, organizations }: World): readonly (Answers | null)[] => {
  const aside = new Set(organizations.filter((one) => one.setAside).map(({ id }) => id));
  return people.map(({ organization, now }) => (aside.has(organization) ? null : now));
};

/** The tallies of what counts now. */
export function countWorld(world: World, day: string): CountedPoll {
  const { shape, organizations, people } = world;
  const states = standing(world);
  const counted = organizations.map(({ id, attributes, peopleServed }) => {
    const own = states.filter(
      (state, index) => state !== null && people[index]?.organization === id,
    );
    const counts = Array.from({ length: shape.items }, (_, item) =>
      Array.from(
        { length: shape.levels },
        (_, level) => own.filter((state) => state?.[item] === level).length,
      ),
    );
    return { tally: { organization: id, responses: own.length, counts }, attributes, peopleServed };
  });
  return { poll: 'attacked', day, organizations: counted };
}
