import { describe, expect, test } from 'vitest';
import { rollUpTallies } from '../../functions/roll-up-tallies/roll-up-tallies.ts';
import { sweepTallies } from '../../functions/sweep-tallies/sweep-tallies.ts';
import { jsonOf } from '../../local/api/call.ts';
import { ReleaseView } from '../../schemas/release.ts';
import {
  anOrganization,
  aResponse,
  countingDeps,
  countingWorld,
  keep,
  responseId,
} from '../functions/counting-world.ts';
import { aManagingWorld } from '../functions/manage-polls/managing-world.ts';
import { type Checkpointed, wrongForReaders } from '../functions/roll-up-tallies/release-world.ts';
import {
  type RollUpWorld,
  rollUpDeps,
  rollUpWorld,
  someTallies,
} from '../functions/roll-up-tallies/roll-up-world.ts';
import { callsIn, logsLookedAt, sectionNamed } from './read-runbook.ts';

const AFTER_CLOSE = new Date('2027-02-01T00:02:00Z');
const A_SEAL = { sealedAt: '2027-02-01T00:01:00.000Z', day: '2027-02-01' };

const aSealedWorld = (): RollUpWorld => rollUpWorld({ now: AFTER_CLOSE, seal: A_SEAL });

const rollUp = (world: RollUpWorld, step?: Checkpointed) => rollUpTallies(rollUpDeps(world, step));

/** What the section says to call the roll-up with. */
const followSteps = async (world: RollUpWorld, section: string): Promise<void> => {
  const calls = callsIn(section, 'rollup');
  expect(calls).toEqual([{}]);
  await rollUp(world);
};

/** S3 is ill whenever a file is written. */
const illAt =
  (place: string): Checkpointed =>
  async (step) => {
    if (step === place)
      throw Object.assign(new Error('Please reduce your rate'), { name: 'SlowDown' });
  };

describe('rollup-failing: S3 fails', () => {
  test('nobody sees half a release, and a run after it releases', async () => {
    const world = aSealedWorld();
    await expect(rollUp(world, illAt('before writing priorities.csv'))).rejects.toMatchObject({
      codes: ['SlowDown'],
    });
    expect(world.snapshots.size).toBe(0);
    expect(wrongForReaders(world)).toEqual([]);
    await followSteps(world, 'rollup-failing');
    expect(world.latest).toMatchObject({ number: 1, kind: 'final' });
    expect(world.logged).toEqual(['release.published']);
  });

  test('and meanwhile the hours of waiting are counted', async () => {
    const world = aSealedWorld();
    world.now = new Date('2027-02-02T06:00:00Z');
    await expect(rollUp(world, illAt('before writing priorities.csv'))).rejects.toThrow();
    expect(world.metrics.get('HoursWithoutRelease')).toBe(30);
    await followSteps(world, 'rollup-failing');
    expect(world.metrics.get('HoursWithoutRelease')).toBe(0);
  });
});

describe('rollup-late: the schedule does not call', () => {
  test('called by hand the roll-up releases what is due', async () => {
    const world = aSealedWorld();
    expect(world.state.number).toBe(0);
    await followSteps(world, 'rollup-late');
    expect(world.state.number).toBe(1);
  });

  test('the sweep, called by hand, seals what is due and asks for the release', async () => {
    const world = countingWorld(anOrganization('harbor'));
    keep(world, 'harbor', responseId('1'), aResponse('13'));
    world.now = AFTER_CLOSE;
    for (const payload of callsIn('rollup-late', 'sweep')) {
      await sweepTallies(countingDeps(world), payload);
    }
    expect(world.seals.has('p')).toBe(true);
    expect(world.rollUps).toEqual(['p']);
  });
});

describe('release-withheld: too few people have answered', () => {
  test('the wait is counted since it began, and ends with the first release', async () => {
    const world = rollUpWorld({ tallies: someTallies(12, 0) });
    await rollUp(world);
    world.now = new Date('2027-01-16T13:00:00Z');
    await rollUp(world);
    expect(world.metrics.get('HoursWithoutRelease')).toBe(25);
    world.tallies = someTallies(12, 20);
    await rollUp(world);
    await rollUp(world);
    expect(world.state.number).toBe(1);
    expect(world.metrics.get('HoursWithoutRelease')).toBe(0);
  });

  test('goes on being counted when the reasons change', async () => {
    const world = rollUpWorld({ tallies: someTallies(12, 0) });
    await rollUp(world);
    world.now = new Date('2027-01-16T13:00:00Z');
    world.tallies = [...someTallies(2, 30), ...someTallies(12, 0).slice(2)];
    await rollUp(world);
    expect(world.metrics.get('HoursWithoutRelease')).toBe(25);
  });
});

/** What the section's own commands show of a world: the roll-up's log, and the releases' state. */
const lookAt = async (world: RollUpWorld) => {
  const { text } = sectionNamed('release-withheld');
  const codes = logsLookedAt(text).map(({ code }) => code);
  const [, path] = /\$API(\/polls\/\$POLL\/release)\b/.exec(text) ?? [];
  const administration = aManagingWorld();
  administration.state.now = world.now;
  administration.state.polls = world.polls;
  administration.state.standing = world.state;
  administration.state.seal = world.seal;
  const asked = { method: 'GET', path: `/v1${path?.replace('$POLL', 'calls')}` };
  return {
    logged: world.entries.filter(({ code }) => codes.includes(String(code))),
    shown: ReleaseView.parse(jsonOf(await administration.call(asked))),
  };
};

describe('release-withheld: what to look at', () => {
  const reasons = ['too-few-organizations'];
  const few = () => someTallies(2, 30);

  test('an open poll: which, why, and since when, also a day and reasons later', async () => {
    const world = rollUpWorld({ tallies: someTallies(12, 0) });
    await rollUp(world);
    const since = world.now.toISOString();
    world.now = new Date('2027-01-16T13:00:00Z');
    world.tallies = few();
    await rollUp(world);
    const { logged, shown } = await lookAt(world);
    expect(logged.at(-1)).toMatchObject({ code: 'release.withheld', poll: 'calls', reasons });
    expect(shown).toMatchObject({ state: 'open', withheld: { kind: 'interim', reasons, since } });
  });

  test('a closed poll whose final release is withheld: the same, a day after it was decided', async () => {
    const world = { ...aSealedWorld(), tallies: few() };
    await rollUp(world);
    world.entries.length = 0;
    world.now = new Date('2027-02-02T06:00:00Z');
    await rollUp(world);
    const { logged, shown } = await lookAt(world);
    expect(logged).toMatchObject([{ code: 'release.withheld', poll: 'calls', reasons }]);
    expect(shown).toMatchObject({
      state: 'closed',
      withheld: { kind: 'final', reasons, since: AFTER_CLOSE.toISOString() },
      finalCount: { ...A_SEAL, decided: true },
    });
  });

  test('a closed poll that is not sealed: which, and that it is not', async () => {
    const world = rollUpWorld({ now: new Date('2027-02-02T06:00:00Z') });
    await rollUp(world);
    const { logged, shown } = await lookAt(world);
    expect(logged).toMatchObject([{ code: 'release.unsealed', poll: 'calls' }]);
    expect(shown.finalCount).not.toHaveProperty('sealedAt');
  });
});

describe('release-withheld: a closed poll was not sealed', () => {
  test('sealed by the section’s step it is released', async () => {
    const counting = countingWorld(anOrganization('harbor'));
    counting.now = new Date('2027-02-02T06:00:00Z');
    const unsealed = rollUpWorld({ now: counting.now });
    await rollUp(unsealed);
    expect(unsealed.logged).toEqual(['release.unsealed']);
    expect(unsealed.metrics.get('HoursWithoutRelease')).toBe(30);

    for (const payload of callsIn('release-withheld', 'sweep')) {
      await sweepTallies(countingDeps(counting), payload);
    }
    expect(counting.rollUps).toEqual(['p']);
    unsealed.seal = counting.seals.get('p');
    await rollUp(unsealed);
    expect(unsealed.state.number).toBe(1);
    expect(unsealed.metrics.get('HoursWithoutRelease')).toBe(0);
  });
});

describe('A release is half published: the run died after the transaction', () => {
  test('the next run moves latest.json and sends the event', async () => {
    const world = aSealedWorld();
    await expect(rollUp(world, illAt('before moving latest.json'))).rejects.toThrow();
    expect(world.snapshots.size).toBe(1);
    expect(world.latest).toBeUndefined();
    await followSteps(world, 'A release is half published');
    expect(world.latest).toMatchObject({ number: 1 });
    expect(world.events.map(({ name }) => name)).toEqual(['PrioritiesReleased']);
  });
});
