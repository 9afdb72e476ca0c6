import { describe, expect, test } from 'vitest';
import { NotAllCountedError } from '../../../core/counting/not-all-counted-error.ts';
import { eventSchemas } from '../../../schemas/event.ts';
import {
  anOpenPoll,
  anOrganization,
  aResponse,
  type CountingWorld,
  countingWorld,
  type Gate,
  keep,
  responseId,
  streamRecord,
} from '../counting-world.ts';
import { tally } from './tally.ts';

const aWorld = (): CountingWorld => {
  const world = countingWorld(anOrganization('harbor'), anOrganization('open-door', 1));
  keep(world, 'harbor', responseId('1'), aResponse('13'));
  keep(world, 'open-door', responseId('2'), aResponse('1-'));
  keep(world, 'open-door', responseId('f'), aResponse('33'));
  return world;
};

describe('a batch of the stream', () => {
  test('is counted bucket by bucket, each once however many records touch it', async () => {
    const world = aWorld();
    keep(world, 'harbor', responseId('3'), aResponse('-3'));
    await tally(world, [
      streamRecord('harbor', responseId('1')),
      streamRecord('harbor', responseId('3')),
      streamRecord('harbor', responseId('1')),
      streamRecord('open-door', responseId('f')),
    ]);
    expect([...world.tallies.keys()].sort()).toEqual(['p#harbor#0', 'p#open-door#1']);
    expect(world.tallies.get('p#harbor#0')).toMatchObject({
      revision: 1,
      sealed: false,
      tally: {
        responses: 2,
        counts: [
          [1, 0, 0],
          [0, 0, 2],
        ],
      },
    });
  });

  test('leaves tallies that expire like the responses, after the poll closes', async () => {
    const world = aWorld();
    await tally(world, [streamRecord('harbor', responseId('1'))]);
    expect(world.tallies.get('p#harbor#0')?.expiresAt.toISOString()).toBe(
      '2027-05-02T00:00:00.000Z',
    );
  });

  test('makes one event, which names the organizations touched and holds no count', async () => {
    const world = aWorld();
    await tally(world, [
      streamRecord('open-door', responseId('2')),
      streamRecord('harbor', responseId('1')),
      streamRecord('open-door', responseId('f')),
    ]);
    expect(world.events).toHaveLength(1);
    const [event] = world.events;
    expect(event?.detail).toMatchObject({ poll: 'p', organizations: ['harbor', 'open-door'] });
    expect(eventSchemas.ResponsesTallied.safeParse(event?.detail).success).toBe(true);
  });

  test('that comes again is counted again, under another event id', async () => {
    const world = aWorld();
    const batch = [streamRecord('harbor', responseId('1'))];
    await tally(world, batch);
    await tally(world, batch);
    expect(world.tallies.get('p#harbor#0')?.revision).toBe(2);
    const ids = world.events.map(({ detail }) => detail.id);
    expect(new Set(ids).size).toBe(2);
  });

  test('has the event id that its tallies and their revisions give, in any order', async () => {
    const records = [
      streamRecord('harbor', responseId('1')),
      streamRecord('open-door', responseId('2')),
    ];
    const [one, other] = [aWorld(), aWorld()];
    await tally(one, records);
    await tally(other, records.toReversed());
    expect(one.events[0]?.detail.id).toBe(other.events[0]?.detail.id);
  });

  test('of two polls makes one event for each', async () => {
    const world = aWorld();
    world.polls.set('q', anOpenPoll({ id: 'q' }));
    world.organizations.set('q', [anOrganization('harbor')]);
    await tally(world, [
      streamRecord('harbor', responseId('1')),
      streamRecord('harbor', responseId('1'), 'q'),
    ]);
    expect(world.events.map(({ detail }) => detail.poll)).toEqual(['p', 'q']);
  });

  test('of a response that is gone counts what is left', async () => {
    const world = aWorld();
    world.responses.get('p#harbor')?.clear();
    await tally(world, [streamRecord('harbor', responseId('1'))]);
    expect(world.tallies.get('p#harbor#0')?.tally.responses).toBe(0);
  });
});

describe('where something fails', () => {
  /** Reading the responses of the first bucket fails. */
  const failingOnce = (): Gate => {
    let failed = false;
    return async (call, effect) => {
      if (call === 'responses.read' && !failed) {
        failed = true;
        throw new RangeError('throttled');
      }
      return effect();
    };
  };

  test('the other buckets are counted and told, then the batch is thrown', async () => {
    const world = aWorld();
    const records = [
      streamRecord('harbor', responseId('1')),
      streamRecord('open-door', responseId('2')),
    ];
    const tallied = tally(world, records, failingOnce());
    await expect(tallied).rejects.toThrow(NotAllCountedError);
    expect([...world.tallies.keys()]).toEqual(['p#open-door#0']);
    expect(world.events[0]?.detail).toMatchObject({ organizations: ['open-door'] });
  });

  test('what is thrown names the kinds of faults and quotes nothing', async () => {
    const fault = await tally(
      aWorld(),
      [streamRecord('harbor', responseId('1'))],
      failingOnce(),
    ).catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ codes: ['RangeError'] });
    expect(String(fault)).not.toContain('harbor');
  });

  test('a poll that cannot be read does not stop another one', async () => {
    const world = aWorld();
    world.polls.set('q', anOpenPoll({ id: 'q' }));
    world.organizations.set('q', [anOrganization('harbor')]);
    let failed = false;
    const gate: Gate = async (call, effect) => {
      if (call === 'polls.get' && !failed) {
        failed = true;
        throw new Error('throttled');
      }
      return effect();
    };
    const records = [
      streamRecord('harbor', responseId('1')),
      streamRecord('harbor', responseId('1'), 'q'),
    ];
    await expect(tally(world, records, gate)).rejects.toThrow(NotAllCountedError);
    expect(world.events.map(({ detail }) => detail.poll)).toEqual(['q']);
  });

  test('an event that cannot be published brings the batch back', async () => {
    const world = aWorld();
    const gate: Gate = async (call, effect) => {
      if (call === 'events.publish') throw new Error('bus away');
      return effect();
    };
    const tallied = tally(world, [streamRecord('harbor', responseId('1'))], gate);
    await expect(tallied).rejects.toThrow(NotAllCountedError);
  });
});

describe('what can never be counted is told and let go', () => {
  test.each([
    ['a record without keys', { dynamodb: {} }],
    ['a key that is no response id', streamRecord('harbor', 'DEFINITION')],
    ['a key without an organization', streamRecord('', responseId('1'))],
    ['a key with a part too many', streamRecord('harbor#more', responseId('1'))],
    ['no record at all', null],
  ])('%s', async (_what, record) => {
    const world = aWorld();
    await tally(world, [record, streamRecord('harbor', responseId('1'))]);
    expect(world.codes).toContain('tally.record-malformed');
    expect(world.metrics.get('UnprocessableRecords')).toBe(1);
    expect(world.tallies.get('p#harbor#0')?.revision).toBe(1);
  });

  test('records of an unknown poll', async () => {
    const world = aWorld();
    await tally(world, [
      streamRecord('harbor', responseId('1'), 'gone'),
      streamRecord('harbor', responseId('2'), 'gone'),
    ]);
    expect(world.codes).toEqual(['tally.poll-unknown']);
    expect(world.metrics.get('UnprocessableRecords')).toBe(2);
    expect(world.events).toEqual([]);
  });

  test('records of an unknown organization', async () => {
    const world = aWorld();
    await tally(world, [
      streamRecord('gone', responseId('1')),
      streamRecord('harbor', responseId('1')),
    ]);
    expect(world.codes).toContain('tally.organization-unknown');
    expect(world.metrics.get('UnprocessableRecords')).toBe(1);
    expect(world.tallies.has('p#harbor#0')).toBe(true);
  });
});

describe('after the end', () => {
  test('a sealed tally is left alone, and the event does not name it', async () => {
    const world = aWorld();
    await tally(world, [streamRecord('harbor', responseId('1'))]);
    const before = world.tallies.get('p#harbor#0');
    if (before) world.tallies.set('p#harbor#0', { ...before, sealed: true });
    world.responses.get('p#harbor')?.clear();
    await tally(world, [streamRecord('harbor', responseId('1'))]);
    expect(world.tallies.get('p#harbor#0')?.tally.responses).toBe(1);
    expect(world.codes).toContain('tally.bucket-sealed');
    expect(world.events).toHaveLength(1);
  });

  test('what retention deletes from a sealed poll makes no tally, even where that expired first', async () => {
    const world = aWorld();
    world.seals.set('p', { sealedAt: '2027-02-01T00:01:00.000Z', day: '2027-02-01' });
    await tally(world, [streamRecord('harbor', responseId('1'))]);
    expect(world.tallies.size).toBe(0);
    expect(world.codes).toEqual(['tally.poll-sealed']);
  });
});

test('no log entry and no event holds a response id', async () => {
  const world = aWorld();
  const id = 'c0ffee'.padEnd(32, '7');
  keep(world, 'harbor', id, aResponse('11'));
  await tally(world, [
    streamRecord('harbor', id),
    streamRecord('gone', id),
    streamRecord('harbor', id, 'gone'),
    streamRecord('', id),
  ]);
  expect(world.logged.join()).not.toContain('c0ffee');
  expect(JSON.stringify(world.events)).not.toContain('c0ffee');
});
