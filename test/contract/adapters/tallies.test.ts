import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { createTallies, type Tallies } from '../../../adapters/dynamodb/tallies.ts';
import type { Bucket } from '../../../core/counting/bucket.ts';
import type { NewTally } from '../../../core/counting/recount-bucket.ts';
import { shardOf } from '../../../core/counting/shard-of.ts';
import { countAll } from '../../core/counting/count-all.ts';
import { createEmulatedTable } from './emulated-table.ts';

const SHAPE = { items: 2, levels: 3 };
const EXPIRES_AT = new Date('2027-05-02T00:00:00.900Z');

let table: Awaited<ReturnType<typeof createEmulatedTable>>;
let tallies: Tallies;

beforeAll(async () => {
  table = await createEmulatedTable(inject('awsEndpoint'));
  tallies = createTallies(table);
});

const bucketOf = (organization: string, index = 0, poll = 'spring'): Bucket => ({
  poll,
  organization,
  bits: 4,
  index,
});

const tallyOf = (...answers: readonly string[]) =>
  countAll(
    answers.map((one, at) => ({ answers: one, channel: 'web', day: `2027-02-1${at}` })),
    SHAPE,
  );

const aTally = (changes: Partial<NewTally> = {}): NewTally => ({
  tally: tallyOf('13', '-2'),
  revision: 1,
  sealed: false,
  exclusionsVersion: 0,
  receipts: 3,
  expiresAt: EXPIRES_AT,
  ...changes,
});

describe('tallies', () => {
  test('a tally that was never written is not found', async () => {
    expect(await tallies.get(bucketOf('nobody'), SHAPE)).toBeUndefined();
  });

  test('is read back with the list that it was counted under and what that set aside', async () => {
    const tally = { ...tallyOf('13'), setAside: 4 };
    await tallies.put(bucketOf('aside'), aTally({ tally, exclusionsVersion: 3 }));
    const stored = await tallies.get(bucketOf('aside'), SHAPE);
    expect(stored).toEqual({
      revision: 1,
      sealed: false,
      exclusionsVersion: 3,
      receipts: 3,
      tally,
    });
  });

  test('a tally is read back as it was written', async () => {
    expect(await tallies.put(bucketOf('whole', 10), aTally())).toEqual({ kind: 'written' });
    const { expiresAt: _expiresAt, ...stored } = aTally();
    expect(await tallies.get(bucketOf('whole', 10), SHAPE)).toEqual(stored);
  });

  test('the tally of no response is read back as it was written', async () => {
    await tallies.put(bucketOf('empty'), aTally({ tally: tallyOf() }));
    expect((await tallies.get(bucketOf('empty'), SHAPE))?.tally).toEqual(tallyOf());
  });

  test('it lies under its shard, organization and bucket, and expires in whole seconds', async () => {
    await tallies.put(bucketOf('kept', 10), aTally());
    const { Item } = await table.client.send(
      new GetCommand({
        TableName: table.tableName,
        Key: { pk: `spring#${shardOf('kept')}`, sk: 'kept#0a' },
      }),
    );
    expect(Item).toEqual({
      pk: `spring#${shardOf('kept')}`,
      sk: 'kept#0a',
      counts: '1,0,0,0,1,1',
      responses: 2,
      channels: { web: 2 },
      firstDay: '2027-02-10',
      lastDay: '2027-02-11',
      revision: 1,
      sealed: false,
      exclusionsVersion: 0,
      receipts: 3,
      expiresAt: Date.parse('2027-05-02T00:00:00.000Z') / 1000,
    });
  });

  test('of two first writes, the second finds that the tally has moved', async () => {
    await tallies.put(bucketOf('twice'), aTally());
    const late = await tallies.put(bucketOf('twice'), aTally({ tally: tallyOf() }));
    expect(late).toEqual({ kind: 'moved' });
    expect((await tallies.get(bucketOf('twice'), SHAPE))?.tally.responses).toBe(2);
  });

  test('only the revision after the stored one is written', async () => {
    await tallies.put(bucketOf('raced'), aTally());
    await tallies.put(bucketOf('raced'), aTally({ revision: 2 }));
    for (const revision of [2, 4]) {
      expect(await tallies.put(bucketOf('raced'), aTally({ revision }))).toEqual({ kind: 'moved' });
    }
    expect(await tallies.put(bucketOf('raced'), aTally({ revision: 3 }))).toEqual({
      kind: 'written',
    });
  });

  test('where there is no tally, no later revision is written', async () => {
    expect(await tallies.put(bucketOf('vanished'), aTally({ revision: 2 }))).toEqual({
      kind: 'moved',
    });
    expect(await tallies.get(bucketOf('vanished'), SHAPE)).toBeUndefined();
  });

  test('a sealed tally is never written again', async () => {
    await tallies.put(bucketOf('sealed'), aTally({ sealed: true }));
    for (const sealed of [false, true]) {
      expect(await tallies.put(bucketOf('sealed'), aTally({ revision: 2, sealed }))).toEqual({
        kind: 'moved',
      });
    }
    expect(await tallies.get(bucketOf('sealed'), SHAPE)).toMatchObject({
      revision: 1,
      sealed: true,
    });
  });
});

describe('all tallies of a poll', () => {
  test('are none before the first', async () => {
    expect(await tallies.list('unheard', SHAPE)).toEqual([]);
  });

  test('are summed for each organization, by id, over every shard', async () => {
    const names = Array.from({ length: 40 }, (_, at) => `rco-${at}`);
    for (const name of names) {
      await tallies.put(bucketOf(name, 0, 'summed'), aTally({ tally: tallyOf('13') }));
    }
    await tallies.put(bucketOf('rco-7', 15, 'summed'), aTally({ tally: tallyOf('-2', '33') }));
    await tallies.put(bucketOf('rco-70', 0, 'other-poll'), aTally());
    const organizations = await tallies.list('summed', SHAPE);
    expect(organizations.map(({ organization }) => organization)).toEqual(names.toSorted());
    expect(organizations.find(({ organization }) => organization === 'rco-7')).toEqual({
      organization: 'rco-7',
      responses: 3,
      channels: { web: 3 },
      firstDay: '2027-02-10',
      lastDay: '2027-02-11',
      counts: [
        [1, 0, 1],
        [0, 1, 2],
      ],
    });
  });
});
