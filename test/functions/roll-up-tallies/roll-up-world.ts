import type { RollUpDeps } from '../../../functions/roll-up-tallies/roll-up-deps.ts';
import type { Organization } from '../../../schemas/organization.ts';
import type { ParticipationCount } from '../../../schemas/participation.ts';
import { type Poll, PollDefinition } from '../../../schemas/poll.ts';
import type { OrganizationTally, Seal } from '../../../schemas/tally.ts';
import { watchEntry } from '../../logged/watched.ts';
import {
  type Checkpointed,
  publicationDeps,
  type ReleaseWorld,
  releaseWorld,
} from './release-world.ts';

/** Everything that the roll-up reads and writes, in memory. */
export type RollUpWorld = ReleaseWorld & {
  readonly polls: Map<string, Poll>;
  readonly checkpoints: Map<string, string>;
  /** The polls whose checkpoints' names have a salt. */
  readonly salted: Set<string>;
  readonly participation: Map<string, ParticipationCount>;
  /** The codes of what was logged, and the entries. */
  readonly logged: string[];
  readonly entries: Readonly<Record<string, unknown>>[];
  readonly metrics: Map<string, number>;
  tallies: readonly OrganizationTally[];
  seal: Seal | undefined;
  now: Date;
};

export const OPENED_AT = '2027-01-01T00:00:00.000Z';
export const CLOSES_AT = '2027-02-01T00:00:00.000Z';

export const aPoll = (over: Partial<Poll> = {}): Poll => ({
  id: 'calls',
  definition: PollDefinition.parse({
    levels: 5,
    categories: [
      { id: 'training', items: ['mentors', 'toolkits'] },
      { id: 'housing', items: ['homes', 'jobs'] },
    ],
  }),
  opened: true,
  openedAt: OPENED_AT,
  closesAt: CLOSES_AT,
  earliestExpiry: '2027-05-02T00:00:00.000Z',
  version: 2,
  ...over,
});

const ITEMS = 4;
const LEVELS = 5;

/** An organization in which each of `people` chose one level of every item, in turn. */
export const anOrganizationTally = (index: number, people: number): OrganizationTally => ({
  organization: `organization-${String(index).padStart(2, '0')}`,
  responses: people,
  channels: { web: people },
  counts: Array.from({ length: ITEMS }, (_item, item) =>
    Array.from({ length: LEVELS }, (_level, level) => {
      const start = (level + item + index) % LEVELS;
      return Math.floor((people + LEVELS - 1 - start) / LEVELS);
    }),
  ),
});

/** Tallies of some organizations, each of `people` and a few more by its index. */
export const someTallies = (organizations: number, people: number): readonly OrganizationTally[] =>
  Array.from({ length: organizations }, (_, index) =>
    anOrganizationTally(index, people === 0 ? 0 : people + index),
  );

export const rollUpWorld = (over: Partial<RollUpWorld> = {}): RollUpWorld => ({
  ...releaseWorld(),
  polls: new Map([['calls', aPoll()]]),
  checkpoints: new Map(),
  salted: new Set(),
  participation: new Map(),
  logged: [],
  entries: [],
  metrics: new Map(),
  tallies: someTallies(12, 20),
  seal: undefined,
  now: new Date('2027-01-15T12:00:00Z'),
  ...over,
});

const organizationOf = ({ organization }: OrganizationTally, index: number): Organization => ({
  id: organization,
  name: { en: organization },
  attributes: { region: index % 2 === 0 ? 'north' : 'south' },
  peopleServed: 100 + index,
  bucketBits: 0,
});

/** The roll-up's dependencies over a world; `step` is awaited around every change of it. */
export const rollUpDeps = (world: RollUpWorld, step: Checkpointed = async () => {}): RollUpDeps => {
  const publication = publicationDeps(world, step);
  return {
    ...publication,
    now: () => world.now,
    polls: {
      get: async (id) => world.polls.get(id),
      list: async () => [...world.polls.keys()],
    },
    announcePoll: async () => {},
    organizations: { list: async () => world.tallies.map(organizationOf) },
    tallies: { list: async () => world.tallies },
    seals: { get: async () => world.seal },
    releases: { ...publication.releases, get: async () => world.state },
    checkpoints: {
      get: async (key) => world.checkpoints.get(key) ?? '',
      put: async (poll, digest, body) => {
        const key = `polls/${poll}/checkpoints/${digest}.json`;
        await step('before keeping a checkpoint');
        world.checkpoints.set(key, body);
        world.salted.add(poll);
        await step('after keeping a checkpoint');
        return key;
      },
      prune: async (_poll, keep) => {
        for (const key of world.checkpoints.keys()) {
          if (!keep.includes(key)) world.checkpoints.delete(key);
        }
      },
      expire: async (poll) => {
        world.checkpoints.clear();
        world.salted.delete(poll);
      },
    },
    participation: {
      put: async (counted) => {
        await step('before keeping participation');
        world.participation.set(counted.poll, counted);
        await step('after keeping participation');
      },
      remove: async (poll) => void world.participation.delete(poll),
    },
    logger: {
      info: (code, ...attributes) => {
        watchEntry(code, ...attributes);
        world.logged.push(code);
        world.entries.push(Object.assign({ code }, ...attributes));
      },
    },
    count: (metric, value) => void world.metrics.set(metric, value),
  };
};
