import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sweepTallies } from '../../../functions/sweep-tallies/sweep-tallies.ts';
import { tallyResponses } from '../../../functions/tally-responses/tally-responses.ts';
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
  streamRecord,
} from '../counting-world.ts';
import { deliver } from './stream-mapping.ts';
import { tally } from './tally.ts';

/** As the stack sets them, with a smaller batch so that there are several. */
const MAPPING = { batchSize: 10, bisects: true, retries: 10 };
const ORGANIZATIONS = ['harbor', 'open-door', 'ridgeline'];

type Person = { readonly organization: string; readonly id: string };

const aWorldOf = (people: readonly Person[]): CountingWorld => {
  const world = countingWorld(...ORGANIZATIONS.map((id) => anOrganization(id, 1)));
  for (const { organization, id } of people) keep(world, organization, id, aResponse('13'));
  return world;
};

const recordsOf = (people: readonly Person[]) =>
  people.map(({ organization, id }) => streamRecord(organization, id));

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
});

/** The stores of a world, some of whose calls throw what the SDK throws when it is throttled. */
const throttled =
  (isOver: () => boolean): Gate =>
  async (_call, effect) => {
    if (isOver()) {
      throw Object.assign(new Error('Throughput exceeds the current capacity'), {
        name: 'ThrottlingException',
        $fault: 'client',
        $metadata: { httpStatusCode: 400, attempts: 3, totalRetryDelay: 141 },
      });
    }
    return effect();
  };

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
          const invoke = (records: readonly unknown[]) => tally(world, records, gate);
          expect(await deliver(recordsOf(people), invoke, MAPPING)).toEqual([]);
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
        const world = aWorldOf([...people, { organization: 'harbor', id: responseId('1') }]);
        const records = [...recordsOf(people), streamRecord('harbor', responseId('1'))];
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
        const invoke = (Records: readonly unknown[]) => tallyResponses(deps, { Records });
        const givenUp = await deliver(records, invoke, MAPPING);
        expect(givenUp.length).toBeGreaterThan(0);
        expect(givenUp.every((batch) => batch.attempts === 11)).toBe(true);
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
        const invoke = (batch: readonly unknown[]) => tally(world, batch);
        const records = recordsOf(people);
        await Promise.all([
          deliver(records, invoke, MAPPING),
          deliver(records.toReversed(), invoke, MAPPING),
        ]);
        for (const { organization } of people) {
          expect(talliedOf(world, organization)).toBe(keptOf(world, organization));
        }
      }),
      { numRuns: 100 },
    ));
});

describe('what retention deletes', () => {
  /** A record as DynamoDB writes it when an item expires. */
  const expired = (organization: string, id: string): unknown => ({
    eventID: '0b1e5d5c5d1f4a1e9a51c1b2d6f1e2a3',
    eventName: 'REMOVE',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'us-east-1',
    userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
    dynamodb: {
      ApproximateCreationDateTime: 1_800_000_000,
      Keys: { pk: { S: `p#${organization}` }, sk: { S: id } },
      SequenceNumber: '111',
      SizeBytes: 61,
      StreamViewType: 'KEYS_ONLY',
    },
    eventSourceARN: 'arn:aws:dynamodb:us-east-1:123456789012:table/responses/stream/1',
  });

  test('from a sealed poll leaves its tallies as they are', async () => {
    const world = aWorldOf([{ organization: 'harbor', id: responseId('1') }]);
    world.now = new Date('2027-02-01T00:02:00.000Z');
    await sweepTallies(countingDeps(world), { kind: 'seal', poll: 'p' });
    const before = new Map(world.tallies);
    world.responses.clear();
    await tally(world, [expired('harbor', responseId('1'))]);
    expect(world.tallies).toEqual(before);
    expect(talliedOf(world, 'harbor')).toBe(1);
  });

  test('of a tombstone from an open poll changes no count', async () => {
    const world = aWorldOf([{ organization: 'harbor', id: responseId('1') }]);
    keep(world, 'harbor', responseId('12'), 'withdrawn');
    await tally(world, [streamRecord('harbor', responseId('12'))]);
    world.responses.get('p#harbor')?.delete(responseId('12'));
    await tally(world, [expired('harbor', responseId('12'))]);
    expect(talliedOf(world, 'harbor')).toBe(1);
  });
});
