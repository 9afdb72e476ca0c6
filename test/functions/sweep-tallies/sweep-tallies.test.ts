import { describe, expect, test } from 'vitest';
import { SUSPECTS_IN_ONE_REQUEST } from '../../../functions/sweep-tallies/check-tallies.ts';
import { SweepRequestError, sweepTallies } from '../../../functions/sweep-tallies/sweep-tallies.ts';
import { tallyResponses } from '../../../functions/tally-responses/tally-responses.ts';
import { eventSchemas } from '../../../schemas/event.ts';
import { SweepRequest } from '../../../schemas/sweep.ts';
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
} from '../counting-world.ts';

const ID = responseId('1');

/** An organization whose one response is counted. */
const aWorld = async (): Promise<CountingWorld> => {
  const world = countingWorld(anOrganization('harbor'));
  keep(world, 'harbor', ID, aResponse('13'));
  await tallyResponses(countingDeps(world), { Records: [streamRecord('harbor', ID)] });
  world.events.length = 0;
  world.codes.length = 0;
  return world;
};

const sweep = (world: CountingWorld, payload: unknown, gate?: Gate) =>
  sweepTallies(countingDeps(world, gate), payload);

const harbor = (world: CountingWorld) => world.tallies.get('p#harbor#0');

/** Changes the response without a record of it. */
const changeInSilence = (world: CountingWorld): void =>
  keep(world, 'harbor', ID, aResponse('33', { revision: 2 }));

describe('a check', () => {
  test('of true tallies writes and schedules nothing', async () => {
    const world = await aWorld();
    await sweep(world, { kind: 'check' });
    expect(harbor(world)?.revision).toBe(1);
    expect(world.scheduled).toEqual([]);
    expect(world.codes).toEqual(['check.done']);
  });

  test('has what differs looked at again after the batches that are under way', async () => {
    const world = await aWorld();
    changeInSilence(world);
    await sweep(world, { kind: 'check' });
    expect(harbor(world)?.revision).toBe(1);
    expect(world.events).toEqual([]);
    expect(world.scheduled).toEqual([
      {
        name: expect.stringMatching(/^recheck-[0-9a-f]{32}$/),
        at: new Date('2027-01-20T00:05:00.000Z'),
        request: {
          kind: 'recheck',
          poll: 'p',
          suspects: [{ organization: 'harbor', bucket: 0, revision: 1 }],
        },
      },
    ]);
  });

  test('suspects responses without any tally, with revision 0', async () => {
    const world = countingWorld(anOrganization('harbor', 1));
    keep(world, 'harbor', responseId('f'), aResponse('13'));
    await sweep(world, { kind: 'check' });
    expect(world.scheduled[0]?.request).toMatchObject({
      suspects: [{ organization: 'harbor', bucket: 1, revision: 0 }],
    });
  });

  test('that comes twice moves the second look instead of making another', async () => {
    const world = await aWorld();
    changeInSilence(world);
    await sweep(world, { kind: 'check' });
    await sweep(world, { kind: 'check' });
    const [first, second] = world.scheduled;
    expect(second?.name).toBe(first?.name);
  });

  test('splits many suspects into requests that a schedule can carry', async () => {
    const names = Array.from({ length: SUSPECTS_IN_ONE_REQUEST + 1 }, (_, at) => `o-${at}`);
    const world = countingWorld(...names.map((name) => anOrganization(name)));
    for (const name of names) keep(world, name, ID, aResponse('13'));
    await sweep(world, { kind: 'check' });
    const sizes = world.scheduled.map(({ request }) =>
      request.kind === 'recheck' ? request.suspects.length : 0,
    );
    expect(sizes).toEqual([SUSPECTS_IN_ONE_REQUEST, 1]);
  });

  test('the longest request stays below 200 KB', () => {
    const suspect = {
      organization: 'o'.repeat(32),
      bucket: 255,
      revision: Number.MAX_SAFE_INTEGER,
    };
    const request: SweepRequest = {
      kind: 'recheck',
      poll: 'p'.repeat(32),
      suspects: new Array(SUSPECTS_IN_ONE_REQUEST).fill(suspect),
    };
    expect(SweepRequest.safeParse(request).success).toBe(true);
    expect(JSON.stringify(request).length).toBeLessThan(200_000);
  });

  test('counts that it came to its end, also where there is no poll', async () => {
    const world = await aWorld();
    await sweep(world, { kind: 'check' });
    expect(world.metrics.get('FinishedChecks')).toBe(1);
    world.polls.clear();
    await sweep(world, { kind: 'check' });
    expect(world.metrics.get('FinishedChecks')).toBe(2);
  });

  test('is not counted where it could not look at everything', async () => {
    const world = await aWorld();
    const gate: Gate = async (call, effect) => {
      if (call === 'responses.read') throw new Error('throttled');
      return effect();
    };
    await expect(sweep(world, { kind: 'check' }, gate)).rejects.toThrow('could not be counted');
    expect(world.metrics.has('FinishedChecks')).toBe(false);
  });

  test('passes over drafts and sealed polls', async () => {
    const world = await aWorld();
    changeInSilence(world);
    world.seals.set('p', { sealedAt: '2027-02-01T00:01:00.000Z', day: '2027-02-01' });
    world.polls.set('draft', anOpenPoll({ id: 'draft', opened: false }));
    await sweep(world, { kind: 'check' });
    expect(world.scheduled).toEqual([]);
  });

  test('raises an alarm over a poll that is sealed before its time', async () => {
    const world = await aWorld();
    world.seals.set('p', { sealedAt: '2028-01-20T00:00:00.000Z', day: '2028-01-20' });
    await sweep(world, { kind: 'check' });
    expect(world.codes).toContain('check.sealed-early');
    expect(world.metrics.get('BucketsSealedEarly')).toBe(1);
  });

  test('raises none over a poll that is sealed in time', async () => {
    const world = await aWorld();
    world.seals.set('p', { sealedAt: '2027-02-01T00:01:00.000Z', day: '2027-02-01' });
    world.now = new Date('2027-02-01T00:01:00.000Z');
    await sweep(world, { kind: 'check' });
    expect(world.codes).not.toContain('check.sealed-early');
  });

  test('finds nothing in an empty bucket that was never counted, also under a list of exclusions', async () => {
    const world = countingWorld(anOrganization('harbor'));
    setAside(world, 'harbor', [{ channel: 'api', day: '2027-01-15' }]);
    await sweep(world, { kind: 'check' });
    expect([world.scheduled, world.codes]).toEqual([[], ['check.done']]);
  });

  test('raises an alarm over tallies that are sealed before their time', async () => {
    const world = await aWorld();
    const before = harbor(world);
    if (before) world.tallies.set('p#harbor#0', { ...before, sealed: true });
    await sweep(world, { kind: 'check' });
    expect(world.codes).toContain('check.sealed-early');
    expect(world.metrics.get('BucketsSealedEarly')).toBe(1);
  });

  test('that cannot read one bucket still schedules the suspects among the others', async () => {
    const world = await aWorld();
    world.organizations.get('p')?.push(anOrganization('open-door'));
    keep(world, 'open-door', ID, aResponse('13'));
    let reads = 0;
    const gate: Gate = async (call, effect) => {
      if (call === 'responses.read' && reads++ === 0) throw new Error('throttled');
      return effect();
    };
    await expect(sweep(world, { kind: 'check' }, gate)).rejects.toThrow('could not be counted');
    expect(world.scheduled[0]?.request).toMatchObject({
      suspects: [{ organization: 'open-door' }],
    });
  });
});

describe('a second look', () => {
  const suspects = [{ organization: 'harbor', bucket: 0, revision: 1 }];
  const recheck = { kind: 'recheck', poll: 'p', suspects };

  test('repairs and reports a tally that still differs and has not moved', async () => {
    const world = await aWorld();
    changeInSilence(world);
    await sweep(world, recheck);
    expect(harbor(world)).toMatchObject({
      revision: 2,
      tally: {
        counts: [
          [0, 0, 1],
          [0, 0, 1],
        ],
      },
    });
    expect(world.metrics.get('DriftedBuckets')).toBe(1);
    const [event] = world.events;
    expect(event).toMatchObject({
      name: 'DriftRepaired',
      detail: { poll: 'p', organizations: ['harbor'], buckets: 1 },
    });
    expect(eventSchemas.DriftRepaired.safeParse(event?.detail).success).toBe(true);
  });

  test('does nothing where the tally has moved, whether or not it differs', async () => {
    const world = await aWorld();
    changeInSilence(world);
    await sweep(world, { ...recheck, suspects: [{ ...suspects[0], revision: 0 }] });
    expect(harbor(world)?.revision).toBe(1);
    expect(world.events).toEqual([]);
  });

  test('does nothing where the tally agrees by now', async () => {
    const world = await aWorld();
    await sweep(world, recheck);
    expect(harbor(world)?.revision).toBe(1);
    expect(world.events).toEqual([]);
  });

  test('that comes twice reports once', async () => {
    const world = await aWorld();
    changeInSilence(world);
    await sweep(world, recheck);
    await sweep(world, recheck);
    expect(world.events).toHaveLength(1);
  });

  test('that dies between the report and the repair makes the same event again', async () => {
    const world = await aWorld();
    changeInSilence(world);
    const gate: Gate = async (call, effect) => {
      if (call === 'tallies.put') throw new Error('killed');
      return effect();
    };
    await expect(sweep(world, recheck, gate)).rejects.toThrow();
    await sweep(world, recheck);
    const [first, second] = world.events;
    expect(second).toEqual(first);
    expect(harbor(world)?.revision).toBe(2);
  });

  test('passes over an organization that there is no more', async () => {
    const world = await aWorld();
    await sweep(world, {
      ...recheck,
      suspects: [{ organization: 'gone', bucket: 0, revision: 0 }],
    });
    expect(world.events).toEqual([]);
  });

  test('passes over a poll that was sealed meanwhile', async () => {
    const world = await aWorld();
    changeInSilence(world);
    world.seals.set('p', { sealedAt: '2027-02-01T00:01:00.000Z', day: '2027-02-01' });
    await sweep(world, recheck);
    expect(harbor(world)?.revision).toBe(1);
  });
});

describe('a recount', () => {
  test('counts every bucket of every organization now, and speaks of no drift', async () => {
    const world = await aWorld();
    changeInSilence(world);
    world.organizations.get('p')?.push(anOrganization('open-door', 2));
    await sweep(world, { kind: 'recount' });
    expect(harbor(world)).toMatchObject({
      revision: 2,
      tally: {
        counts: [
          [0, 0, 1],
          [0, 0, 1],
        ],
      },
    });
    expect(world.tallies.size).toBe(5);
    expect(world.events).toEqual([]);
    expect(world.metrics.size).toBe(0);
  });

  test('seals again what lost its seal in a sealed poll', async () => {
    const world = await aWorld();
    world.seals.set('p', { sealedAt: '2027-02-01T00:01:00.000Z', day: '2027-02-01' });
    await sweep(world, { kind: 'recount' });
    expect(harbor(world)).toMatchObject({ revision: 2, sealed: true });
  });

  test('leaves a sealed poll alone once its responses may have expired', async () => {
    const world = await aWorld();
    world.seals.set('p', { sealedAt: '2027-02-01T00:01:00.000Z', day: '2027-02-01' });
    world.now = new Date('2027-05-02T00:00:00.000Z');
    await sweep(world, { kind: 'recount' });
    expect(harbor(world)?.revision).toBe(1);
  });
});

test.each([
  { kind: 'unknown' },
  {},
  null,
  { kind: 'seal' },
  { kind: 'recheck', poll: 'p', suspects: [] },
])('refuses %j, which is no request', async (payload) => {
  const swept = sweep(await aWorld(), payload);
  await expect(swept).rejects.toThrow(SweepRequestError);
});

describe('a recount of an organization', () => {
  const RECOUNT = { kind: 'recount-organization', poll: 'p', organization: 'harbor' };
  const FLOOD = [{ channel: 'api' as const, day: '2027-01-15' }];

  test('counts its every bucket under the list in force, and no other organization', async () => {
    const world = countingWorld(anOrganization('harbor', 1), anOrganization('open-door'));
    keep(world, 'harbor', responseId('1'), aResponse('13'));
    keep(world, 'harbor', responseId('f'), aResponse('22', { channel: 'web' }));
    setAside(world, 'harbor', FLOOD);
    await sweep(world, RECOUNT);
    expect(
      [...world.tallies].map(([key, { tally, exclusionsVersion }]) => [
        ...[key, exclusionsVersion, tally.responses, tally.setAside],
      ]),
    ).toEqual([
      ['p#harbor#0', 1, 0, 1],
      ['p#harbor#1', 1, 1, 0],
    ]);
  });

  test('counts what was set aside again once it is not any more', async () => {
    const world = await aWorld();
    const before = harbor(world)?.tally;
    setAside(world, 'harbor', FLOOD);
    await sweep(world, RECOUNT);
    expect(harbor(world)?.tally).toMatchObject({ responses: 0, setAside: 1 });
    setAside(world, 'harbor', []);
    await sweep(world, RECOUNT);
    expect(harbor(world)?.tally).toEqual(before);
  });

  test('does nothing for what is not there or is sealed', async () => {
    const world = await aWorld();
    await sweep(world, { ...RECOUNT, organization: 'nowhere' });
    await sweep(world, { ...RECOUNT, poll: 'nowhere' });
    world.seals.set('p', { sealedAt: '2027-02-01T00:01:00.000Z', day: '2027-02-01' });
    await sweep(world, RECOUNT);
    expect(harbor(world)?.revision).toBe(1);
  });

  test('that never came is made up for by the next check, at once and as no drift', async () => {
    const world = await aWorld();
    setAside(world, 'harbor', FLOOD);
    await sweep(world, { kind: 'check' });
    expect(harbor(world)).toMatchObject({ exclusionsVersion: 1, tally: { setAside: 1 } });
    expect([world.events, world.scheduled]).toEqual([[], []]);
    expect(world.codes).toEqual(['check.done', 'check.outdated']);
  });

  test('that never came of a suspect is made up for by its second look, as no drift', async () => {
    const world = await aWorld();
    changeInSilence(world);
    await sweep(world, { kind: 'check' });
    setAside(world, 'harbor', FLOOD);
    await sweep(world, world.scheduled[0]?.request);
    expect(harbor(world)).toMatchObject({ exclusionsVersion: 1, tally: { setAside: 1 } });
    expect(world.events).toEqual([]);
  });
});
