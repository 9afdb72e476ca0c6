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

export const REGIONS = ['east', 'north', 'west'] as const;
export const FULL_SHARE = 10;
/** The first of the organizations that are small where a world has a fringe. */
const FRINGE = 14;
const CROWD = 4;
const NEARLY_ALL = [0.9, 0.97, 0.99] as const;
export const SETTINGS = ['campus', 'clinic'] as const;

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
