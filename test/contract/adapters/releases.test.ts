import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { createReleases } from '../../../adapters/dynamodb/releases.ts';
import type { ReleaseState, Snapshot } from '../../../schemas/release.ts';

const client = new DynamoDBClient({
  endpoint: inject('awsEndpoint'),
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});
const tableName = `polls-${randomUUID()}`;
const releases = createReleases({ client: DynamoDBDocumentClient.from(client), tableName });

const aSnapshot = (number: number): Snapshot => ({
  number,
  snapshot: `${String(number).padStart(6, '0')}-abcdefabcdef`,
  kind: 'interim',
  asOf: '2027-01-15',
  files: [{ path: 'priorities.csv', bytes: 3, sha256: 'a'.repeat(64) }],
});

const withLatest = (state: ReleaseState, snapshot: Snapshot): ReleaseState => {
  const { files: _files, ...latest } = snapshot;
  return { ...state, number: snapshot.number, latest, released: 'polls/p/checkpoints/a.json' };
};

beforeAll(async () => {
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
    }),
  );
});

describe('releases', () => {
  test('before the first release, the state has number 0', async () => {
    expect(await releases.get('fresh')).toEqual({ version: 0, number: 0, announced: 0 });
    expect(await releases.listSnapshots('fresh')).toEqual([]);
  });

  test('a saved state is read back one version further', async () => {
    await releases.save('saved', { version: 0, number: 0, announced: 0, candidate: 'c' });
    expect(await releases.get('saved')).toEqual({
      version: 1,
      number: 0,
      announced: 0,
      candidate: 'c',
    });
  });

  test('of two that save over the same version, the second is overtaken', async () => {
    const state = await releases.get('raced');
    expect(await releases.save('raced', { ...state, candidate: 'a' })).toEqual({ kind: 'changed' });
    expect(await releases.save('raced', { ...state, candidate: 'b' })).toEqual({
      kind: 'overtaken',
    });
    expect((await releases.get('raced')).candidate).toBe('a');
  });

  test('a published snapshot and its state appear together', async () => {
    const state = await releases.get('published');
    const snapshot = aSnapshot(1);
    expect(await releases.publish('published', withLatest(state, snapshot), snapshot)).toEqual({
      kind: 'changed',
    });
    expect((await releases.get('published')).number).toBe(1);
    expect(await releases.getSnapshot('published', 1)).toEqual(snapshot);
  });

  test('whoever loses the race to publish leaves no record', async () => {
    const state = await releases.get('lost');
    await releases.publish('lost', withLatest(state, aSnapshot(1)), aSnapshot(1));
    const late = { ...aSnapshot(1), snapshot: '000001-999999999999' };
    expect(await releases.publish('lost', withLatest(state, late), late)).toEqual({
      kind: 'overtaken',
    });
    expect((await releases.listSnapshots('lost')).map(({ snapshot }) => snapshot)).toEqual([
      '000001-abcdefabcdef',
    ]);
  });

  test('snapshots are listed newest first', async () => {
    for (const number of [1, 2, 3]) {
      const state = await releases.get('listed');
      await releases.publish('listed', withLatest(state, aSnapshot(number)), aSnapshot(number));
    }
    expect((await releases.listSnapshots('listed')).map(({ number }) => number)).toEqual([3, 2, 1]);
  });
});
