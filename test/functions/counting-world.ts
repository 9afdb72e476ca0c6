import type { DynamoDBRecord } from 'aws-lambda';
import type { Bucket } from '../../core/counting/bucket.ts';
import { bucketOf } from '../../core/counting/bucket.ts';
import type { BucketPage } from '../../core/counting/count-bucket.ts';
import type { NewTally } from '../../core/counting/recount-bucket.ts';
import type { LaterSweep, SweepDeps } from '../../functions/sweep-tallies/sweep-deps.ts';
import { type Arrivals, createArrivals } from '../../functions/tally-responses/arrivals.ts';
import type { TallyDeps } from '../../functions/tally-responses/tally-responses.ts';
import type { GroundswellEvent } from '../../schemas/event.ts';
import type { Exclusions } from '../../schemas/exclusions.ts';
import type { Organization } from '../../schemas/organization.ts';
import { type Poll, PollDefinition } from '../../schemas/poll.ts';
import type { StoredResponse } from '../../schemas/response.ts';
import type { SweepRequest } from '../../schemas/sweep.ts';
import type { Seal, StoredTally } from '../../schemas/tally.ts';
import { watchEntry } from '../logged/watched.ts';
import { aStreamRecord } from './stream-events.ts';

/** A response as the table holds it; `withdrawn` is a tombstone. */
export type Kept = StoredResponse | 'withdrawn';

/** The stores that counting reads and writes, in memory, with their conditional writes. */
export type CountingWorld = {
  readonly polls: Map<string, Poll>;
  readonly organizations: Map<string, Organization[]>;
  /** By `poll#organization`, then by response id. */
  readonly responses: Map<string, Map<string, Kept>>;
  /** By `poll#organization#index`. */
  readonly tallies: Map<string, StoredTally & { readonly expiresAt: Date }>;
  readonly seals: Map<string, Seal>;
  /** What is set aside, by `poll#organization`. */
  readonly exclusions: Map<string, Exclusions>;
  /** Until when new responses have to wait, by `poll#organization`. */
  readonly slowed: Map<string, string>;
  /** What one worker remembers of arrivals. */
  readonly arrivals: Arrivals;
  /** Polls whose final count has begun. */
  readonly sealing: Set<string>;
  readonly events: GroundswellEvent[];
  readonly scheduled: LaterSweep[];
  readonly rollUps: string[];
  /** The codes of the log's entries, and the whole entries as JSON. */
  readonly codes: string[];
  readonly logged: string[];
  readonly metrics: Map<string, number>;
  now: Date;
};

export const CLOSES_AT = '2027-02-01T00:00:00.000Z';

export const anOpenPoll = (changes: Partial<Poll> = {}): Poll => ({
  id: 'p',
  definition: PollDefinition.parse({
    levels: 3,
    categories: [{ id: 'only', items: ['one', 'two'] }],
  }),
  opened: true,
  openedAt: '2027-01-01T00:00:00.000Z',
  closesAt: CLOSES_AT,
  earliestExpiry: '2027-05-02T00:00:00.000Z',
  version: 2,
  ...changes,
});

export const anOrganization = (id: string, bucketBits = 0): Organization => ({
  id,
  name: { en: id },
  attributes: {},
  bucketBits,
});

export const aResponse = (
  answers: string,
  changes: Partial<StoredResponse> = {},
): StoredResponse => ({
  answers,
  revision: 1,
  channel: 'api',
  day: '2027-01-15',
  ...changes,
});

/** 32 hexadecimal digits that start with `start`. */
export const responseId = (start: string): string => start.padEnd(32, '0');

/** An open poll `p` with the organizations given, at a moment before it closes. */
export const countingWorld = (...organizations: readonly Organization[]): CountingWorld => ({
  polls: new Map([['p', anOpenPoll()]]),
  organizations: new Map([['p', [...organizations]]]),
  responses: new Map(),
  tallies: new Map(),
  seals: new Map(),
  exclusions: new Map(),
  slowed: new Map(),
  arrivals: createArrivals({ windowMs: 600_000 }),
  sealing: new Set(),
  events: [],
  scheduled: [],
  rollUps: [],
  codes: [],
  logged: [],
  metrics: new Map(),
  now: new Date('2027-01-20T00:00:00.000Z'),
});

/** Keeps a response, or its tombstone, whatever was there before. */
export const keep = (world: CountingWorld, organization: string, id: string, kept: Kept): void => {
  const owner = `p#${organization}`;
  const responses = world.responses.get(owner) ?? new Map<string, Kept>();
  world.responses.set(owner, responses.set(id, kept));
};

/** A record of the stream of the responses table, made at `at`. */
export const streamRecord = (
  organization: string,
  id: string,
  poll = 'p',
  at?: Date,
): DynamoDBRecord => aStreamRecord('MODIFY', { pk: `${poll}#${organization}`, sk: id }, at);

/** Runs one call to a store: a test may let others go first, let it fail, or never run it. */
export type Gate = <Result>(call: string, effect: () => Result) => Promise<Result>;

const atOnce: Gate = async (_call, effect) => effect();

const NOTHING_SET_ASIDE: Exclusions = { version: 0, exclusions: [] };

/**
 * What setting responses aside writes: the next version of the list, unless the final count has
 * begun. Gives the request that follows.
 */
export const setAside = (
  world: CountingWorld,
  organization: string,
  exclusions: Exclusions['exclusions'],
): SweepRequest | undefined => {
  if (world.sealing.has('p')) return undefined;
  const { version } = world.exclusions.get(`p#${organization}`) ?? NOTHING_SET_ASIDE;
  world.exclusions.set(`p#${organization}`, { version: version + 1, exclusions });
  return { kind: 'recount-organization', poll: 'p', organization };
};

const tallyKey = ({ poll, organization, index }: Bucket): string =>
  `${poll}#${organization}#${index}`;

const pageOf = (world: CountingWorld, { poll, organization, bits, index }: Bucket): BucketPage => {
  const kept = [...(world.responses.get(`${poll}#${organization}`) ?? [])].flatMap(([id, one]) =>
    bucketOf(id, bits) === index ? [one] : [],
  );
  const responses = kept.filter((one) => one !== 'withdrawn');
  return { responses, tombstones: kept.length - responses.length };
};

/** Later than what stands there, of an organization that is there. */
const slow = (world: CountingWorld, poll: string, id: string, until: string) => {
  const before = world.slowed.get(`${poll}#${id}`);
  const isKnown = world.organizations.get(poll)?.some((one) => one.id === id);
  if (!isKnown || (before !== undefined && before >= until)) return { kind: 'overtaken' } as const;
  world.slowed.set(`${poll}#${id}`, until);
  return { kind: 'changed' } as const;
};

const putTally = (world: CountingWorld, bucket: Bucket, next: NewTally) => {
  const stored = world.tallies.get(tallyKey(bucket));
  const unmoved = (stored?.revision ?? 0) === next.revision - 1 && !stored?.sealed;
  if (!unmoved) return { kind: 'moved' } as const;
  world.tallies.set(tallyKey(bucket), { ...next });
  return { kind: 'written' } as const;
};

const putSeal = (world: CountingWorld, poll: string, closesAt: string, seal: Seal) => {
  if (world.seals.has(poll)) return { kind: 'already-sealed' } as const;
  if (world.polls.get(poll)?.closesAt !== closesAt) return { kind: 'end-moved' } as const;
  world.seals.set(poll, seal);
  return { kind: 'sealed' } as const;
};

/** What the functions need, over the world; every call to a store goes through the gate. */
export const countingDeps = (world: CountingWorld, gate: Gate = atOnce): TallyDeps & SweepDeps => {
  const organizationsOf = (poll: string) => world.organizations.get(poll) ?? [];
  const log = (...entry: readonly unknown[]): void => {
    watchEntry(...(entry as [unknown, ...unknown[]]));
    world.codes.push(String(entry[0]));
    world.logged.push(JSON.stringify(entry));
  };
  return {
    polls: {
      get: (poll) => gate('polls.get', () => world.polls.get(poll)),
      list: () => gate('polls.list', () => [...world.polls.keys()]),
    },
    organizations: {
      get: (poll, id) =>
        gate('organizations.get', () => organizationsOf(poll).find((one) => one.id === id)),
      slow: (poll, id, until) =>
        gate('organizations.slow', () => slow(world, poll, id, until.toISOString())),
      list: (poll) => gate('organizations.list', () => [...organizationsOf(poll)]),
    },
    seals: {
      get: (poll) => gate('seals.get', () => world.seals.get(poll)),
      begin: (poll) =>
        gate('seals.begin', () => {
          world.sealing.add(poll);
        }),
      put: (poll, closesAt, seal) => gate('seals.put', () => putSeal(world, poll, closesAt, seal)),
    },
    tallies: {
      get: (bucket) => gate('tallies.get', () => world.tallies.get(tallyKey(bucket))),
      put: (bucket, next) => gate('tallies.put', () => putTally(world, bucket, next)),
    },
    exclusions: {
      get: (poll, id) =>
        gate('exclusions.get', () => world.exclusions.get(`${poll}#${id}`) ?? NOTHING_SET_ASIDE),
    },
    responses: {
      read: async function* (bucket) {
        yield await gate('responses.read', () => pageOf(world, bucket));
      },
    },
    events: {
      publish: (events) =>
        gate('events.publish', () => {
          world.events.push(...events);
        }),
    },
    scheduleSweep: (later) =>
      gate('scheduleSweep', () => {
        world.scheduled.push(later);
      }),
    startRollUp: (poll) =>
      gate('startRollUp', () => {
        world.rollUps.push(poll);
      }),
    arrivals: world.arrivals,
    pause: async () => {},
    now: () => world.now,
    logger: { info: log, warn: log, error: log },
    count: (metric: string, value: number) => {
      world.metrics.set(metric, (world.metrics.get(metric) ?? 0) + value);
    },
    graceSeconds: 60,
    recheckSeconds: 300,
  };
};
