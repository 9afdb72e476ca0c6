import { describe, expect, test } from 'vitest';
import { sweepTallies } from '../../functions/sweep-tallies/sweep-tallies.ts';
import { pauseAfterLostRace } from '../../functions/tally-responses/pause-after-lost-race.ts';
import { tallyResponses } from '../../functions/tally-responses/tally-responses.ts';
import { replayFailures } from '../../local/replay/replay-failures.ts';
import {
  anOpenPoll,
  anOrganization,
  aResponse,
  type CountingWorld,
  countingDeps,
  countingWorld,
  type Gate,
  keep,
  responseId,
  setAside,
  streamRecord,
} from '../functions/counting-world.ts';
import { replayDeps, replayingWorld } from '../local/replay/replaying-world.ts';
import { aBatchRecord } from '../schemas/failure-records.ts';
import { callsIn, logsLookedAt, sectionNamed } from './read-runbook.ts';

const ID = responseId('1');
const BATCH = [streamRecord('harbor', ID)];

/** One response that nobody has counted yet. */
const aWorld = (): CountingWorld => {
  const world = countingWorld(anOrganization('harbor'));
  keep(world, 'harbor', ID, aResponse('13'));
  return world;
};

const tally = (world: CountingWorld, gate?: Gate) =>
  tallyResponses(countingDeps(world, gate), { Records: BATCH });

const sweep = (world: CountingWorld, payload: unknown, gate?: Gate) =>
  sweepTallies(countingDeps(world, gate), payload);

/** What the section says to call, called as it is written there. */
const followSteps = async (world: CountingWorld, section: string): Promise<void> => {
  const calls = callsIn(section, 'sweep');
  expect(calls.length).toBeGreaterThan(0);
  for (const payload of calls) await sweep(world, payload);
};

const counted = (world: CountingWorld) => world.tallies.get('p#harbor#0')?.tally.responses;

/** Lets one call to a store fail as AWS would. */
const failing =
  (call: string, name: string): Gate =>
  async (called, effect) => {
    if (called === call) throw Object.assign(new Error(name), { name });
    return effect();
  };

/** A night's check and the second look that it schedules. */
const checkWithSecondLook = async (world: CountingWorld): Promise<void> => {
  await sweep(world, { kind: 'check' });
  for (const { request } of world.scheduled.splice(0)) await sweep(world, request);
};

describe('tally-failing: the table of tallies is throttled', () => {
  test('nothing is counted, and counting again mends it', async () => {
    const world = aWorld();
    const throttled = failing('tallies.put', 'ProvisionedThroughputExceededException');
    await expect(tally(world, throttled)).rejects.toMatchObject({
      codes: ['ProvisionedThroughputExceededException'],
    });
    expect(counted(world)).toBeUndefined();
    await followSteps(world, 'tally-failing');
    expect(counted(world)).toBe(1);
  });
});

describe('tally-failing: a role lost a permission', () => {
  test('the fault says so, and counting again mends it', async () => {
    const world = aWorld();
    await expect(
      tally(world, failing('responses.read', 'AccessDeniedException')),
    ).rejects.toMatchObject({ codes: ['AccessDeniedException'] });
    await followSteps(world, 'tally-failing');
    expect(counted(world)).toBe(1);
  });
});

describe('tally-failing: a poisoned response', () => {
  const POISON = responseId('2');

  test('holds up its bucket; taken away, the batch that was given up is replayed', async () => {
    const world = aWorld();
    keep(world, 'harbor', POISON, aResponse('99'));
    await expect(tally(world)).rejects.toMatchObject({ codes: ['UncountableResponseError'] });
    const replaying = replayingWorld({
      'aws/lambda/one': aBatchRecord('groundswell-test-tally', BATCH),
    });
    const deps = replayDeps(replaying, async (_name, payload) => {
      try {
        await tallyResponses(countingDeps(world), payload as { Records: unknown[] });
        return { kind: 'done' };
      } catch (error) {
        return { kind: 'failed', error: (error as Error).name };
      }
    });
    expect(await replayFailures(deps, { dryRun: false })).toMatchObject({ failed: 1 });
    expect(counted(world)).toBeUndefined();

    world.responses.get('p#harbor')?.delete(POISON);
    expect(await replayFailures(deps, { dryRun: false })).toMatchObject({ replayed: 1, failed: 0 });
    expect(counted(world)).toBe(1);
    expect(replaying.waiting.size).toBe(0);
  });
});

describe('tally-behind: changes left the stream unseen', () => {
  test('counting again finds them', async () => {
    const world = aWorld();
    await tally(world);
    keep(world, 'harbor', responseId('7'), aResponse('31'));
    expect(counted(world)).toBe(1);
    await followSteps(world, 'tally-behind');
    expect(counted(world)).toBe(2);
  });
});

describe('tally-contention: another worker is always first', () => {
  test('the batch fails by name, and once it is quiet the count is right', async () => {
    const world = aWorld();
    const lost: Gate = async (call, effect) =>
      call === 'tallies.put' ? ({ kind: 'moved' } as ReturnType<typeof effect>) : effect();
    let races = 0;
    const pause = pauseAfterLostRace({
      count: (_metric, value) => {
        races += value;
      },
      pause: async () => {},
    });
    const deps = { ...countingDeps(world, lost), pause };
    await expect(tallyResponses(deps, { Records: BATCH })).rejects.toMatchObject({
      codes: ['TallyContestedError'],
    });
    expect(races).toBe(9);
    await followSteps(world, 'tally-contention');
    expect(counted(world)).toBe(1);
  });
});

describe('records-uncountable: an organization was lost from the table of polls', () => {
  test('its records are let go; put again and counted again, nothing is missing', async () => {
    const world = aWorld();
    const lost = world.organizations.get('p') ?? [];
    world.organizations.set('p', []);
    await tally(world);
    expect(world.codes).toContain('tally.organization-unknown');
    expect(world.metrics.get('UnprocessableRecords')).toBe(1);
    world.organizations.set('p', lost);
    await followSteps(world, 'records-uncountable');
    expect(counted(world)).toBe(1);
  });
});

describe('records-uncountable: a clock ran past the expiry of the responses', () => {
  test('the records are let go; counted again with the clock right, nothing is missing', async () => {
    const world = aWorld();
    const right = world.now;
    world.now = new Date('2027-05-02T00:00:00.000Z');
    await tally(world);
    const { text } = sectionNamed('records-uncountable');
    expect(logsLookedAt(text).map(({ code }) => code)).toContain('tally.poll-expired');
    expect(world.codes).toEqual(['tally.poll-expired']);
    expect(world.metrics.get('UnprocessableRecords')).toBe(1);
    world.now = right;
    await followSteps(world, 'records-uncountable');
    expect(counted(world)).toBe(1);
  });
});

describe('drift-found: something else wrote a tally', () => {
  test('the check repairs it, tells it, and finds nothing the next time', async () => {
    const world = aWorld();
    await tally(world);
    const stored = world.tallies.get('p#harbor#0');
    if (!stored) throw new Error('no tally');
    world.tallies.set('p#harbor#0', { ...stored, tally: { ...stored.tally, responses: 5 } });
    await checkWithSecondLook(world);
    expect(world.metrics.get('DriftedBuckets')).toBe(1);
    expect(world.events.at(-1)?.name).toBe('DriftRepaired');
    expect(counted(world)).toBe(1);

    await followSteps(world, 'drift-found');
    expect(world.scheduled).toEqual([]);
  });
});

describe('sealed-early: a clock that is wrong', () => {
  const realNow = new Date('2027-01-20T00:00:00.000Z');

  /** What the section's commands take away; end-to-end tests run these as they stand. */
  const takeSealsAway = (world: CountingWorld): void => {
    world.seals.delete('p');
    world.sealing.delete('p');
    for (const [key, { sealed }] of world.tallies) if (sealed) world.tallies.delete(key);
  };

  test('the poll is sealed while it is open; without its seals it counts again', async () => {
    const world = aWorld();
    world.now = new Date('2027-02-20T00:00:00.000Z');
    await sweep(world, { kind: 'seal-due' });
    world.now = realNow;
    keep(world, 'harbor', responseId('8'), aResponse('11'));
    await tally(world);
    expect(counted(world)).toBe(1);
    await sweep(world, { kind: 'check' });
    expect(world.metrics.get('BucketsSealedEarly')).toBe(1);

    takeSealsAway(world);
    const [recount, ...checks] = callsIn('sealed-early', 'sweep');
    await sweep(world, recount);
    expect(counted(world)).toBe(2);
    world.metrics.clear();
    expect(checks).toEqual([]);
    await sweep(world, { kind: 'check' });
    expect(world.metrics.has('BucketsSealedEarly')).toBe(false);
  });

  test('until its seals are taken away nothing can be set aside, and then it can', async () => {
    const world = aWorld();
    world.now = new Date('2027-02-20T00:00:00.000Z');
    await sweep(world, { kind: 'seal-due' });
    world.now = realNow;
    const exclusions = [{ channel: 'api', day: '2027-01-15' }] as const;
    expect(setAside(world, 'harbor', [...exclusions])).toBeUndefined();

    takeSealsAway(world);
    await followSteps(world, 'sealed-early');
    expect(counted(world)).toBe(1);
    const request = setAside(world, 'harbor', [...exclusions]);
    expect(request).toBeDefined();
    await sweep(world, request);
    expect(counted(world)).toBe(0);
  });

  test('one that is slow seals nothing before the grace is over', async () => {
    const world = aWorld();
    await sweep(world, { kind: 'seal', poll: 'p' });
    expect(world.codes).toEqual(['seal.not-due']);
    expect(world.seals.size).toBe(0);
  });
});

describe('sweep-failing: a role lost a permission', () => {
  test('a closed poll is not sealed; with the permission back it is, and is rolled up', async () => {
    const world = aWorld();
    world.now = new Date('2027-02-01T01:00:00.000Z');
    const denied = failing('organizations.list', 'AccessDeniedException');
    await expect(sweep(world, { kind: 'seal', poll: 'p' }, denied)).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    expect(world.seals.size).toBe(0);
    await followSteps(world, 'sweep-failing');
    expect(world.seals.has('p')).toBe(true);
    expect(world.rollUps).toEqual(['p']);
    expect(counted(world)).toBe(1);
  });
});

describe('release-withheld: a poll is not sealed before its responses expire', () => {
  test('it is told and no failure, nothing is published, and other polls are sealed', async () => {
    const world = aWorld();
    world.polls.set('late', anOpenPoll({ id: 'late', earliestExpiry: '2027-08-01T00:00:00.000Z' }));
    world.now = new Date('2027-05-02T00:00:00.000Z');
    await followSteps(world, 'release-withheld');
    const { text } = sectionNamed('release-withheld');
    expect(logsLookedAt(text).map(({ code }) => code)).toContain('seal.expired');
    expect(world.codes).toContain('seal.expired');
    expect([...world.seals.keys()]).toEqual(['late']);
    expect(world.rollUps).toEqual(['late']);
  });
});

describe('counting again after a restore', () => {
  test('finds what is there again, and a withdrawn one stays withdrawn', async () => {
    const world = aWorld();
    await tally(world);
    world.responses.get('p#harbor')?.clear();
    keep(world, 'harbor', responseId('3'), 'withdrawn');
    await sweep(world, { kind: 'recount' });
    expect(counted(world)).toBe(0);
    keep(world, 'harbor', ID, aResponse('13'));
    await followSteps(world, 'A table has to be restored');
    expect(counted(world)).toBe(1);
  });
});
