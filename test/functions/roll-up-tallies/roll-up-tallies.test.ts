import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { NotAllCountedError } from '../../../core/counting/not-all-counted-error.ts';
import { rollUpTallies } from '../../../functions/roll-up-tallies/roll-up-tallies.ts';
import { eventSchemas } from '../../../schemas/event.ts';
import { type Checkpointed, Killed, textOf, wrongForReaders } from './release-world.ts';
import {
  anOrganizationTally,
  aPoll,
  type RollUpWorld,
  rollUpDeps,
  rollUpWorld,
  someTallies,
} from './roll-up-world.ts';

const AFTER_CLOSE = new Date('2027-02-01T00:02:00Z');
const A_SEAL = { sealedAt: '2027-02-01T00:01:00.000Z', day: '2027-02-01' };

const run = (world: RollUpWorld, step?: Checkpointed): Promise<void> =>
  rollUpTallies(rollUpDeps(world, step));

const sealed = (world: RollUpWorld): void => {
  world.now = AFTER_CLOSE;
  world.seal = A_SEAL;
};

const eventsNamed = (world: RollUpWorld, name: string) =>
  world.events.filter((event) => event.name === name);

type Row = Readonly<Record<string, string>>;

const latestRows = (world: RollUpWorld): readonly Row[] => {
  const snapshot = world.latest?.snapshot;
  const text = textOf(world, snapshot, 'priorities.csv');
  return parse(text, { columns: true });
};

const distinct = (rows: readonly Row[], column: string) =>
  [...new Set(rows.map((row) => row[column]))].sort();

describe('while a poll is open', () => {
  test('one run freezes a candidate, and a later one releases it when enough has come since', async () => {
    const world = rollUpWorld();
    await run(world);
    expect(world.state).toMatchObject({ number: 0, candidate: expect.any(String) });
    world.tallies = someTallies(12, 40);
    world.now = new Date('2027-01-16T12:00:00Z');
    await run(world);
    expect(world.latest).toMatchObject({ number: 1, kind: 'interim', asOf: '2027-01-15' });
    expect(world.logged).toEqual(['release.frozen', 'release.published']);
  });

  test('the figures are those of the candidate, not of the present', async () => {
    const world = rollUpWorld();
    await run(world);
    const responses = world.tallies.reduce((sum, tally) => sum + tally.responses, 0);
    world.tallies = someTallies(12, 40);
    await run(world);
    const participation = textOf(world, world.latest?.snapshot, 'participation.csv');
    expect(participation).toContain(`statewide,all,${responses},12,12`);
  });

  test('an interim release is in the respondent voice alone', async () => {
    const world = rollUpWorld();
    await run(world);
    await run(world);
    expect(distinct(latestRows(world), 'voice')).toEqual(['respondent']);
    expect(distinct(latestRows(world), 'metric')).toEqual(['agree', 'mean', 'net']);
  });

  test('a candidate waits while only a few have answered since', async () => {
    const world = rollUpWorld();
    await run(world);
    const [first, ...rest] = world.tallies;
    if (!first) throw new Error('no tally');
    const one = first.counts.map((levels) =>
      levels.map((count, level) => count + Number(level === 0)),
    );
    world.tallies = [{ ...first, responses: first.responses + 1, counts: one }, ...rest];
    await run(world);
    expect(world.latest).toBeUndefined();
  });

  test('nothing new is nothing written, but when participation was last counted', async () => {
    const world = rollUpWorld();
    await run(world);
    await run(world);
    await run(world);
    const before = { state: world.state, events: world.events.length, files: world.files.size };
    const steps: string[] = [];
    await run(world, async (step) => void steps.push(step));
    expect(steps).toEqual(['before keeping participation', 'after keeping participation']);
    expect({ state: world.state, events: world.events.length, files: world.files.size }).toEqual(
      before,
    );
  });

  test('what is withheld is told once, with the reasons, and again when they change', async () => {
    const world = rollUpWorld({ tallies: someTallies(12, 0) });
    await run(world);
    await run(world);
    expect(eventsNamed(world, 'ReleaseWithheld')).toHaveLength(1);
    world.tallies = [...someTallies(2, 30), ...someTallies(12, 0).slice(2)];
    await run(world);
    const told = eventsNamed(world, 'ReleaseWithheld');
    expect(told).toHaveLength(2);
    expect(eventSchemas.ReleaseWithheld.parse(told[1]?.detail).reasons).toEqual([
      'too-few-organizations',
    ]);
  });

  test('every run logs what is withheld and its own reasons, told or not, and goes on freezing', async () => {
    const world = rollUpWorld({ tallies: someTallies(12, 0) });
    await run(world);
    await run(world);
    world.tallies = [...someTallies(2, 30), ...someTallies(12, 0).slice(2)];
    await run(world);
    const withheldFor = (reason: string) => ({
      ...{ code: 'release.withheld', poll: 'calls', kind: 'withheld' },
      reasons: [reason],
    });
    expect(world.entries).toEqual(
      ['too-few-answers', 'too-few-answers', 'too-few-organizations'].map(withheldFor),
    );
    expect([...world.checkpoints.keys()]).toEqual([world.state.candidate]);
  });

  test('nothing is logged as frozen where a reopened poll only forgets what was withheld', async () => {
    const world = rollUpWorld();
    sealed(world);
    await run(world);
    world.polls.set('calls', aPoll({ closesAt: '2027-03-01T00:00:00.000Z' }));
    const withheld = { kind: 'final' as const, reasons: ['too-few-answers' as const] };
    world.state = { ...world.state, withheld };
    await run(world);
    expect(world.state.withheld).toBeUndefined();
    expect(world.logged).toEqual(['release.published', 'release.waiting']);
  });

  test('what the final release withholds is told, though an interim one said the same', async () => {
    const world = rollUpWorld({ tallies: someTallies(2, 30) });
    await run(world);
    sealed(world);
    await run(world);
    const told = eventsNamed(world, 'ReleaseWithheld').map(({ detail }) =>
      eventSchemas.ReleaseWithheld.parse(detail),
    );
    expect(told.map(({ kind }) => kind)).toEqual(['interim', 'final']);
    expect(new Set(told.map(({ id }) => id)).size).toBe(2);
  });

  test('a poll that was never opened is left alone', async () => {
    const world = rollUpWorld({ polls: new Map([['calls', aPoll({ opened: false })]]) });
    await run(world);
    expect(world.logged).toEqual([]);
    expect(world.checkpoints.size).toBe(0);
  });
});

describe('after a poll has closed', () => {
  test('nothing is released before the seal', async () => {
    const world = rollUpWorld({ now: AFTER_CLOSE });
    await run(world);
    expect(world.logged).toEqual(['release.unsealed']);
    expect(world.state.number).toBe(0);
  });

  test('the final release has every metric in every voice, per category, among them and over all', async () => {
    const world = rollUpWorld();
    sealed(world);
    await run(world);
    expect(world.latest).toMatchObject({ number: 1, kind: 'final', asOf: '2027-02-01' });
    const rows = latestRows(world);
    expect(distinct(rows, 'voice')).toEqual(['organization', 'population', 'respondent']);
    expect(distinct(rows, 'list')).toEqual([
      'categories',
      'category:housing',
      'category:training',
      'items',
    ]);
    expect(rows).toHaveLength((4 + 4 + 2) * 3 * 3);
  });

  test('a seal is answered once', async () => {
    const world = rollUpWorld();
    sealed(world);
    await run(world);
    await run(world);
    expect(world.state.number).toBe(1);
    expect(world.logged.at(-1)).toBe('release.settled');
  });

  test('a few late answers are left out of the figures, which say so', async () => {
    const world = rollUpWorld();
    await run(world);
    await run(world);
    const [first, ...rest] = world.tallies;
    if (!first) throw new Error('no tally');
    const late = first.counts.map((levels) =>
      levels.map((count, level) => count + Number(level === 4)),
    );
    world.tallies = [{ ...first, responses: first.responses + 1, counts: late }, ...rest];
    sealed(world);
    await run(world);
    expect(world.latest).toMatchObject({ number: 2, kind: 'final', asOf: '2027-01-15' });
    const { about } = JSON.parse(textOf(world, world.latest?.snapshot, 'priorities.json'));
    expect(about.at(-1)).toContain('as of January 15, 2027');
  });

  test('a final release that must be withheld is told, and the seal is answered', async () => {
    const world = rollUpWorld({ tallies: someTallies(2, 30) });
    sealed(world);
    await run(world);
    await run(world);
    expect(eventsNamed(world, 'ReleaseWithheld')).toHaveLength(1);
    expect(world.state).toMatchObject({ number: 0, settledSeal: A_SEAL.sealedAt });
  });

  test('nothing final is released once the sealed tallies may have expired', async () => {
    const world = rollUpWorld();
    sealed(world);
    world.now = new Date('2027-05-01T23:00:00.000Z');
    world.tallies = world.tallies.slice(1);
    await run(world);
    expect(world.logged).toEqual(['release.expired']);
    expect([world.latest, eventsNamed(world, 'PrioritiesReleased')]).toEqual([undefined, []]);
    expect(world.metrics.get('HoursWithoutRelease')).toBeGreaterThan(24);
  });

  test('a final release that was withheld is logged with its reasons for a week, then as settled', async () => {
    const world = rollUpWorld({ tallies: someTallies(2, 30) });
    sealed(world);
    await run(world);
    const daysLater = async (days: number) => {
      world.now = new Date(AFTER_CLOSE.getTime() + days * 24 * 3600 * 1000);
      await run(world);
      return world.entries.at(-1);
    };
    expect(world.entries.at(-1)).toMatchObject({ code: 'release.withheld' });
    const again = { code: 'release.withheld', reasons: ['too-few-organizations'] };
    expect(await daysLater(0.5)).toMatchObject(again);
    expect(await daysLater(6.9)).toMatchObject(again);
    expect(await daysLater(7.1)).toMatchObject({ code: 'release.settled' });
  });

  test('killed at any step of the final release, the next run reaches it', async () => {
    const steps: string[] = [];
    const first = rollUpWorld();
    sealed(first);
    await run(first, async (step) => void steps.push(step));
    for (let fatal = 0; fatal < steps.length; fatal += 1) {
      const world = rollUpWorld();
      sealed(world);
      let count = 0;
      await expect(
        run(world, async () => {
          count += 1;
          if (count > fatal) throw new Killed();
        }),
      ).rejects.toThrow(NotAllCountedError);
      expect(wrongForReaders(world), `after dying at ${steps[fatal]}`).toEqual([]);
      await run(world);
      expect(wrongForReaders(world)).toEqual([]);
      expect(world.state).toMatchObject({ number: 1, announced: 1, settledSeal: A_SEAL.sealedAt });
      expect(world.latest).toEqual(first.latest);
      expect(eventsNamed(world, 'PrioritiesReleased').length).toBeGreaterThan(0);
    }
  });
});

describe('checkpoints', () => {
  test('are kept while a release needs them, and no longer', async () => {
    const world = rollUpWorld();
    await run(world);
    world.tallies = someTallies(12, 40);
    await run(world);
    const { released, candidate } = world.state;
    expect(new Set(world.checkpoints.keys())).toEqual(new Set([released, candidate]));
  });

  test('are gone with the salt of their names when the responses have expired', async () => {
    const world = rollUpWorld();
    sealed(world);
    await run(world);
    expect([world.checkpoints.size, world.salted.size]).toEqual([1, 1]);
    world.now = new Date('2027-05-03T00:00:00Z');
    await run(world);
    expect([world.checkpoints.size, world.salted.size]).toEqual([0, 0]);
  });
});

describe('participation', () => {
  const PEOPLE = [30, 3];
  const few = () =>
    rollUpWorld({ tallies: PEOPLE.map((n, index) => anOrganizationTally(index, n)) });

  test('is kept with every run while the poll is open, whatever is released', async () => {
    const world = few();
    await run(world);
    expect(world.latest).toBeUndefined();
    expect(world.participation.get('calls')).toEqual({
      version: 1,
      poll: 'calls',
      countedAt: '2027-01-15T12:00:00.000Z',
      final: false,
      organizations: [
        { organization: 'organization-00', responses: 30, channels: { web: 30 } },
        { organization: 'organization-01', responses: 3 },
      ],
    });
  });

  test('is kept of the sealed tallies, and not counted again after that', async () => {
    const world = few();
    sealed(world);
    await run(world);
    const final = world.participation.get('calls');
    expect(final).toMatchObject({ final: true, countedAt: AFTER_CLOSE.toISOString() });
    world.tallies = [];
    await run(world);
    expect(world.participation.get('calls')).toEqual(final);
  });

  test('is not counted between the close and the seal', async () => {
    const world = few();
    world.now = AFTER_CLOSE;
    await run(world);
    expect(world.participation.size).toBe(0);
  });

  test('a run that dies before the release was decided is followed by one that keeps it', async () => {
    const world = few();
    sealed(world);
    const dying = run(world, async (step) => {
      if (step === 'before keeping participation') throw new Killed();
    });
    await expect(dying).rejects.toThrow();
    expect(world.state.settledSeal).toBeUndefined();
    await run(world);
    expect(world.participation.get('calls')).toMatchObject({ final: true });
  });

  test('is gone when the responses have expired', async () => {
    const world = few();
    sealed(world);
    await run(world);
    world.now = new Date('2027-05-02T00:00:00Z');
    await run(world);
    expect(world.participation.size).toBe(0);
  });
});

test('a poll that fails does not hold up the others, and the run is repeated', async () => {
  const world = rollUpWorld({
    polls: new Map([
      ['broken', aPoll({ id: 'broken' })],
      ['calls', aPoll()],
    ]),
  });
  const deps = rollUpDeps(world);
  const organizations = {
    list: async (poll: string) => {
      if (poll === 'broken') throw new Error('unreadable');
      return deps.organizations.list(poll);
    },
  };
  await expect(rollUpTallies({ ...deps, organizations })).rejects.toThrow(NotAllCountedError);
  expect(world.logged).toEqual(['release.frozen']);
});

test('every event of a release is as its schema says', async () => {
  const world = rollUpWorld();
  sealed(world);
  await run(world);
  for (const { name, detail } of world.events) {
    expect(eventSchemas[name].safeParse(detail).success, name).toBe(true);
  }
});
