import { describe, expect, test } from 'vitest';
import { EndMovedWhileSealingError } from '../../../functions/sweep-tallies/seal-poll.ts';
import { sweepTallies } from '../../../functions/sweep-tallies/sweep-tallies.ts';
import {
  anOpenPoll,
  anOrganization,
  aResponse,
  CLOSES_AT,
  type CountingWorld,
  countingDeps,
  countingWorld,
  type Gate,
  keep,
  responseId,
  setAside,
} from '../counting-world.ts';

const GRACE_MS = 60_000;

/** A poll whose grace has just ended, and a response that no tally holds yet. */
const aWorld = (): CountingWorld => {
  const world = countingWorld(anOrganization('harbor'), anOrganization('open-door', 1));
  keep(world, 'harbor', responseId('1'), aResponse('13'));
  world.now = new Date(Date.parse(CLOSES_AT) + GRACE_MS);
  return world;
};

const sweep = (world: CountingWorld, payload: unknown, gate?: Gate) =>
  sweepTallies(countingDeps(world, gate), payload);

const FLOOD = [{ channel: 'api' as const, day: '2027-01-15' }];
const SEAL = { kind: 'seal', poll: 'p' };
const SEAL_DUE = { kind: 'seal-due' };

/** Does something before the first call of that name, once. */
const justBefore = (name: string, act: () => void): Gate => {
  let done = false;
  return async (call, effect) => {
    if (call === name && !done) {
      done = true;
      act();
    }
    return effect();
  };
};

const counting =
  (calls: string[]): Gate =>
  async (call, effect) => {
    calls.push(call);
    return effect();
  };

describe('a seal', () => {
  test('counts and seals every bucket, empty ones too, then the poll, then asks for the roll-up', async () => {
    const world = aWorld();
    await sweep(world, SEAL);
    expect(
      [...world.tallies].map(([key, { sealed, tally }]) => [key, sealed, tally.responses]),
    ).toEqual([
      ['p#harbor#0', true, 1],
      ['p#open-door#0', true, 0],
      ['p#open-door#1', true, 0],
    ]);
    expect(world.seals.get('p')).toEqual({
      sealedAt: '2027-02-01T00:01:00.000Z',
      day: '2027-02-01',
    });
    expect(world.rollUps).toEqual(['p']);
  });

  test.each([
    ['before the grace is over', { closesAt: '2027-02-01T00:00:00.001Z' }],
    ['of a poll whose end has moved later', { closesAt: '2027-03-01T00:00:00.000Z' }],
    ['before imports have closed', { importsCloseAt: '2027-02-02T00:00:00.000Z' }],
    ['of a draft', { opened: false }],
  ])('%s is refused', async (_when, change) => {
    const world = aWorld();
    world.polls.set('p', anOpenPoll(change));
    await sweep(world, SEAL);
    await sweep(world, SEAL_DUE);
    expect([world.tallies.size, world.seals.size, world.rollUps.length]).toEqual([0, 0, 0]);
    expect(world.codes[0]).toMatch(/^seal\.(not-due|poll-unknown)$/);
  });

  test('of an unknown poll is told and let go', async () => {
    const world = aWorld();
    await sweep(world, { kind: 'seal', poll: 'gone' });
    expect(world.codes).toEqual(['seal.poll-unknown']);
  });

  test('goes on where one that died left off, and reads no response of what is sealed', async () => {
    const world = aWorld();
    let puts = 0;
    const dying: Gate = async (call, effect) => {
      if (call === 'tallies.put' && ++puts === 2) throw new Error('killed');
      return effect();
    };
    await expect(sweep(world, SEAL, dying)).rejects.toThrow('could not be counted');
    expect([world.seals.size, world.rollUps.length]).toEqual([0, 0]);
    const calls: string[] = [];
    await sweep(world, SEAL, counting(calls));
    expect(calls.filter((call) => call === 'responses.read')).toHaveLength(1);
    expect(world.seals.size).toBe(1);
  });

  test('that was killed before it asked for the roll-up asks when it comes again', async () => {
    const world = aWorld();
    const dying = justBefore('startRollUp', () => {
      throw new Error('killed');
    });
    await expect(sweep(world, SEAL, dying)).rejects.toThrow('killed');
    await sweep(world, SEAL);
    expect(world.rollUps).toEqual(['p']);
  });

  test('seals an organization that comes to the list while it is at work', async () => {
    const world = aWorld();
    const gate = justBefore('tallies.get', () => {
      world.organizations.get('p')?.push(anOrganization('late'));
    });
    await sweep(world, SEAL, gate);
    expect(world.tallies.get('p#late#0')?.sealed).toBe(true);
  });

  test('notes that it begins before it counts: nothing is set aside or back any more', async () => {
    const world = aWorld();
    const tries: unknown[] = [];
    const gate: Gate = async (call, effect) => {
      if (call === 'tallies.get') tries.push(setAside(world, 'harbor', FLOOD));
      return effect();
    };
    await sweep(world, SEAL, gate);
    expect(tries.length).toBeGreaterThan(0);
    expect(new Set(tries)).toEqual(new Set([undefined]));
    expect(world.tallies.get('p#harbor#0')?.tally.responses).toBe(1);
  });

  test('counts under what is set aside just before it begins', async () => {
    const world = aWorld();
    const gate = justBefore('seals.begin', () => setAside(world, 'harbor', FLOOD));
    await sweep(world, SEAL, gate);
    expect(world.tallies.get('p#harbor#0')).toMatchObject({
      ...{ sealed: true, exclusionsVersion: 1 },
      tally: { responses: 0, setAside: 1 },
    });
  });

  test('does not put the seal of a poll whose end moved while it was at work', async () => {
    const world = aWorld();
    const gate = justBefore('seals.put', () => {
      world.polls.set('p', anOpenPoll({ closesAt: '2027-03-01T00:00:00.000Z' }));
    });
    await expect(sweep(world, SEAL, gate)).rejects.toThrow(EndMovedWhileSealingError);
    expect([world.seals.size, world.rollUps.length]).toEqual([0, 0]);
    expect(world.codes).toContain('seal.end-moved');
  });

  test('that finds another one done puts no second seal', async () => {
    const world = aWorld();
    const first = { sealedAt: '2027-02-01T00:00:59.000Z', day: '2027-02-01' };
    await sweep(
      world,
      SEAL,
      justBefore('seals.put', () => world.seals.set('p', first)),
    );
    expect(world.seals.get('p')).toEqual(first);
    expect(world.rollUps).toEqual(['p']);
  });
});

describe('once responses may have expired', () => {
  /** An hour before the first may, which is longer than a seal takes. */
  const LATEST = new Date('2027-05-01T23:00:00.000Z');

  /** A poll whose one response was counted but never sealed, and is gone by `now`. */
  const aLostWorld = async (): Promise<CountingWorld> => {
    const world = aWorld();
    await sweep(world, { kind: 'recount' });
    world.responses.clear();
    world.codes.length = 0;
    world.now = LATEST;
    return world;
  };

  test('nothing is sealed or published, which is told and no failure: it would be repeated', async () => {
    const world = await aLostWorld();
    const before = new Map(world.tallies);
    await sweep(world, SEAL);
    await sweep(world, SEAL_DUE);
    expect(world.codes).toEqual(['seal.expired', 'seal.expired']);
    expect(world.tallies).toEqual(before);
    expect([world.seals.size, world.rollUps.length, world.sealing.size]).toEqual([0, 0, 0]);
  });

  test('a look for polls that are due tells it for a week after the first expiry', async () => {
    const world = await aLostWorld();
    world.now = new Date('2027-05-08T23:59:59.999Z');
    await sweep(world, SEAL_DUE);
    expect(world.codes).toEqual(['seal.expired']);
    world.now = new Date('2027-05-09T00:00:00.000Z');
    await sweep(world, SEAL_DUE);
    expect(world.codes).toEqual(['seal.expired']);
  });

  test('a seal just before counts as ever', async () => {
    const world = aWorld();
    world.now = new Date(LATEST.getTime() - 1);
    await sweep(world, SEAL);
    expect(world.tallies.get('p#harbor#0')).toMatchObject({
      sealed: true,
      tally: { responses: 1 },
    });
  });

  test('what was sealed in time is rolled up when it is asked for again', async () => {
    const world = aWorld();
    await sweep(world, SEAL);
    world.now = LATEST;
    await sweep(world, SEAL);
    expect(world.rollUps).toEqual(['p', 'p']);
  });

  test.each([
    { kind: 'check' },
    { kind: 'recheck', poll: 'p', suspects: [{ organization: 'harbor', bucket: 0, revision: 1 }] },
    { kind: 'recount' },
    { kind: 'recount-organization', poll: 'p', organization: 'harbor' },
  ])('a $kind changes no tally of it', async (request) => {
    const world = await aLostWorld();
    const before = new Map(world.tallies);
    await sweep(world, request);
    expect(world.tallies).toEqual(before);
    expect(world.codes).toEqual(['recount.expired']);
    expect([world.events, world.scheduled]).toEqual([[], []]);
  });
});

describe('a look for polls that are due', () => {
  test('seals what its own schedule missed', async () => {
    const world = aWorld();
    await sweep(world, SEAL_DUE);
    expect(world.seals.has('p')).toBe(true);
    expect(world.rollUps).toEqual(['p']);
  });

  test('costs one read of the list and two of each poll where none has ended', async () => {
    const world = aWorld();
    world.now = new Date('2027-01-20T00:00:00.000Z');
    const calls: string[] = [];
    await sweep(world, SEAL_DUE, counting(calls));
    expect(calls).toEqual(['polls.list', 'polls.get', 'seals.get']);
    expect(world.metrics.size).toBe(0);
  });

  test('raises an alarm over a poll that has its seal before its time', async () => {
    const world = aWorld();
    await sweep(world, SEAL);
    world.codes.length = 0;
    world.now = new Date('2027-01-20T00:00:00.000Z');
    await sweep(world, SEAL_DUE);
    expect(world.codes).toEqual(['check.sealed-early']);
    expect(world.metrics.get('BucketsSealedEarly')).toBe(1);
  });

  test('does no more than look at a poll that is sealed', async () => {
    const world = aWorld();
    await sweep(world, SEAL);
    const calls: string[] = [];
    await sweep(world, SEAL_DUE, counting(calls));
    expect(calls).toEqual(['polls.list', 'polls.get', 'seals.get']);
    expect(world.rollUps).toEqual(['p']);
  });

  test('seals the others where one fails', async () => {
    const world = aWorld();
    world.polls.set('q', anOpenPoll({ id: 'q' }));
    const gate = justBefore('organizations.list', () => {
      throw new Error('throttled');
    });
    await expect(sweep(world, SEAL_DUE, gate)).rejects.toThrow('could not be counted');
    expect([...world.seals.keys()]).toEqual(['q']);
  });
});
