import { ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NotAllCountedError } from '../../../core/counting/not-all-counted-error.ts';
import { InvocationFailedError } from '../../../functions/middleware/failure-handler.ts';
import { sweepTallies } from '../../../functions/sweep-tallies/sweep-tallies.ts';
import { createRandom } from '../../../local/demonstration/random.ts';
import {
  anOrganization,
  aResponse,
  type CountingWorld,
  countingDeps,
  countingWorld,
  type Gate,
  keep,
  responseId,
} from '../counting-world.ts';
import { anExpiryRecord, aStreamRecord } from '../stream-events.ts';
import { deployedMapping } from './deployed-mapping.ts';
import { deliver } from './stream-mapping.ts';
import { invokeTally } from './tally.ts';

const DEPLOYED = deployedMapping();

/** With a smaller batch, so that there are several. */
const MAPPING = { ...DEPLOYED, batchSize: 10 };
const ORGANIZATIONS = ['harbor', 'open-door', 'ridgeline'];

type Person = {
  readonly organization: string;
  readonly id: string;
  readonly change?: 'INSERT' | 'MODIFY' | 'REMOVE';
};

const keysOf = ({ organization, id }: Person) => ({ pk: `p#${organization}`, sk: id });

const aWorldOf = (people: readonly Person[]): CountingWorld => {
  const world = countingWorld(...ORGANIZATIONS.map((id) => anOrganization(id, 1)));
  for (const { organization, id } of people) keep(world, organization, id, aResponse('13'));
  return world;
};

const recordsOf = (people: readonly Person[]): readonly DynamoDBRecord[] =>
  people.map((person) => aStreamRecord(person.change ?? 'INSERT', keysOf(person)));

const invoke = (world: CountingWorld, records: readonly DynamoDBRecord[], gate?: Gate) =>
  invokeTally(countingDeps(world, gate), records);

const talliedOf = (world: CountingWorld, organization: string): number =>
  [...world.tallies]
    .filter(([key]) => key.startsWith(`p#${organization}#`))
    .reduce((sum, [, { tally }]) => sum + tally.responses, 0);

const keptOf = (world: CountingWorld, organization: string): number =>
  world.responses.get(`p#${organization}`)?.size ?? 0;

const somebody = fc.record({
  organization: fc.constantFrom(...ORGANIZATIONS),
  id: fc
    .tuple(fc.constantFrom('1', '9', 'e'), fc.nat(999))
    .map(([start, rest]) => responseId(`${start}${String(rest).padStart(3, '0')}`)),
  change: fc.constantFrom('INSERT' as const, 'MODIFY' as const, 'REMOVE' as const),
});

/** The stores of a world, some of whose calls throw what the SDK throws when it is throttled. */
const throttled =
  (isOver: () => boolean): Gate =>
  async (_call, effect) => {
    if (isOver()) {
      throw new ProvisionedThroughputExceededException({
        message: 'The level of configured provisioned throughput for the table was exceeded.',
        $metadata: { httpStatusCode: 400, attempts: 3, totalRetryDelay: 141 },
      });
    }
    return effect();
  };

describe('the mapping of the stream', () => {
  test('halves a batch that fails, and gives up what stands alone after ten more attempts', () => {
    expect(DEPLOYED).toMatchObject({ bisects: true, retries: 10 });
  });

  test('asks for no answer in part: all of a batch that fails comes again, which does no harm', async () => {
    const people = [{ organization: 'harbor', id: responseId('1') }];
    expect(DEPLOYED.responseTypes).toBeUndefined();
    expect(await invoke(aWorldOf(people), recordsOf(people))).toBeUndefined();
  });

  test('learns of a failure no more than the name of what was thrown', async () => {
    const people = [{ organization: 'harbor', id: responseId('1') }];
    const invoked = invoke(
      aWorldOf(people),
      recordsOf(people),
      throttled(() => true),
    );
    await expect(invoked).rejects.toThrow(
      new InvocationFailedError(new NotAllCountedError([])).message,
    );
  });
});

describe('a stream that Lambda delivers, splits and repeats', () => {
  test('is counted in whole where now and then a call is throttled', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(somebody, { minLength: 1, maxLength: 60 }),
        fc.nat(),
        async (people, seed) => {
          const random = createRandom(seed);
          const world = aWorldOf(people);
          const gate = throttled(() => random.fraction() < 0.02);
          const deliverTo = (records: readonly DynamoDBRecord[]) => invoke(world, records, gate);
          expect(await deliver(recordsOf(people), deliverTo, MAPPING)).toEqual([]);
          for (const { organization } of people) {
            expect(talliedOf(world, organization)).toBe(keptOf(world, organization));
          }
        },
      ),
      { numRuns: 150 },
    ));

  test('gives up what never works, and only that; a recount mends it when the fault is gone', () =>
    fc.assert(
      fc.asyncProperty(fc.array(somebody, { minLength: 1, maxLength: 40 }), async (people) => {
        const everybody = [...people, { organization: 'harbor', id: responseId('1') }];
        const world = aWorldOf(everybody);
        const records = recordsOf(everybody);
        const healthy = countingDeps(world);
        const deps = {
          ...healthy,
          organizations: {
            ...healthy.organizations,
            get: async (poll: string, id: string) => {
              if (id === 'harbor') throw new Error('AccessDeniedException');
              return healthy.organizations.get(poll, id);
            },
          },
        };
        const givenUp = await deliver(records, (some) => invokeTally(deps, some), MAPPING);
        expect(givenUp.length).toBeGreaterThan(0);
        expect(givenUp.every((batch) => batch.attempts === 1 + MAPPING.retries)).toBe(true);
        expect(givenUp.flatMap((batch) => batch.records)).toEqual(
          records.filter((record) => JSON.stringify(record).includes('p#harbor')),
        );
        for (const organization of ['open-door', 'ridgeline']) {
          expect(talliedOf(world, organization)).toBe(keptOf(world, organization));
        }
        await sweepTallies(healthy, { kind: 'recount' });
        expect(talliedOf(world, 'harbor')).toBe(keptOf(world, 'harbor'));
      }),
      { numRuns: 50 },
    ));

  test('is counted the same from two shards at once, each record twice', () =>
    fc.assert(
      fc.asyncProperty(fc.array(somebody, { minLength: 1, maxLength: 40 }), async (people) => {
        const world = aWorldOf(people);
        const deliverTo = (some: readonly DynamoDBRecord[]) => invoke(world, some);
        const records = recordsOf(people);
        await Promise.all([
          deliver(records, deliverTo, MAPPING),
          deliver(records.toReversed(), deliverTo, MAPPING),
        ]);
        for (const { organization } of people) {
          expect(talliedOf(world, organization)).toBe(keptOf(world, organization));
        }
      }),
      { numRuns: 100 },
    ));
});

describe('what retention deletes', () => {
  const HOLDER = { organization: 'harbor', id: responseId('1') };
  const FIRST_EXPIRY = new Date('2027-05-02T00:00:00.000Z');
  const expired = (person: Person, at = FIRST_EXPIRY) => anExpiryRecord(keysOf(person), at);

  test('from a sealed poll leaves its tallies as they are', async () => {
    const world = aWorldOf([HOLDER]);
    world.now = new Date('2027-02-01T00:02:00.000Z');
    await sweepTallies(countingDeps(world), { kind: 'seal', poll: 'p' });
    const before = new Map(world.tallies);
    world.responses.clear();
    await invoke(world, [expired(HOLDER)]);
    expect(world.tallies).toEqual(before);
    expect(talliedOf(world, 'harbor')).toBe(1);
  });

  test('of a tombstone from an open poll changes no count', async () => {
    const world = aWorldOf([HOLDER]);
    const withdrawn = { organization: 'harbor', id: responseId('12') };
    keep(world, 'harbor', withdrawn.id, 'withdrawn');
    await invoke(world, recordsOf([withdrawn]));
    world.responses.get('p#harbor')?.delete(withdrawn.id);
    await invoke(world, [expired(withdrawn, world.now)]);
    expect(talliedOf(world, 'harbor')).toBe(1);
  });

  test('from a poll that was never sealed leaves its tallies as they are, too, and is told', async () => {
    const world = aWorldOf([HOLDER]);
    await invoke(world, recordsOf([HOLDER]));
    const before = new Map(world.tallies);
    world.responses.clear();
    world.now = FIRST_EXPIRY;
    await invoke(world, [expired(HOLDER)]);
    expect(world.tallies).toEqual(before);
    expect(world.codes).toContain('tally.poll-expired');
    expect(world.metrics.get('UnprocessableRecords')).toBe(0);
  });
});

test('what was answered in time and is counted by a clock that runs far ahead rings', async () => {
  const people = [
    { organization: 'harbor', id: responseId('1') },
    { organization: 'open-door', id: responseId('2') },
  ];
  const world = aWorldOf(people);
  world.now = new Date('2027-05-01T23:00:00.000Z');
  await invoke(world, recordsOf(people));
  expect(world.tallies.size).toBe(0);
  expect(world.codes).toEqual(['tally.poll-expired']);
  expect(world.metrics.get('UnprocessableRecords')).toBe(2);
});
