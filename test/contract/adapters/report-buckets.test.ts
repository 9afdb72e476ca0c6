import { createHash, randomUUID } from 'node:crypto';
import {
  CreateBucketCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { CheckpointSaltMissingError, createCheckpoints } from '../../../adapters/s3/checkpoints.ts';
import { createReports } from '../../../adapters/s3/reports.ts';
import { clientSettings } from '../../../local/aws/client-settings.ts';
import type { LatestPointer } from '../../../schemas/release.ts';

const client = new S3Client({ ...clientSettings(inject('awsEndpoint')), forcePathStyle: true });
const bucket = `reports-${randomUUID()}`;
const reports = createReports({ client, bucket });
const checkpoints = createCheckpoints({ client, bucket });
const SNAPSHOT = '000001-abcdefabcdef';

const file = (text: string) => ({
  path: 'priorities.csv',
  mediaType: 'text/csv; charset=utf-8',
  body: new TextEncoder().encode(text),
});

const pointer = (poll: string, number: number): LatestPointer => ({
  version: 1,
  poll,
  number,
  snapshot: `${String(number).padStart(6, '0')}-abcdefabcdef`,
  kind: 'interim',
  asOf: '2027-01-15',
  files: [{ path: 'priorities.csv', bytes: 3, sha256: 'a'.repeat(64) }],
});

const latestOf = async (poll: string): Promise<unknown> => {
  const link = `${inject('awsEndpoint')}/${bucket}/polls/${poll}/latest.json`;
  return (await fetch(link)).json();
};

beforeAll(async () => {
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
});

describe('reports', () => {
  test('a file is read back byte for byte', async () => {
    await reports.putFile('read', SNAPSHOT, file('id\r\né'));
    const body = await reports.getFile('read', SNAPSHOT, 'priorities.csv');
    expect(new TextDecoder().decode(body)).toBe('id\r\né');
  });

  test('a file is written once: a second write changes nothing', async () => {
    await reports.putFile('once', SNAPSHOT, file('first'));
    await reports.putFile('once', SNAPSHOT, file('second'));
    const body = await reports.getFile('once', SNAPSHOT, 'priorities.csv');
    expect(new TextDecoder().decode(body)).toBe('first');
  });

  test('a link gives the file without credentials', async () => {
    await reports.putFile('linked', SNAPSHOT, file('linked'));
    const link = await reports.linkToFile('linked', SNAPSHOT, 'priorities.csv');
    expect(await (await fetch(link)).text()).toBe('linked');
  });

  test('latest.json moves forward and never back', async () => {
    await reports.moveLatest(pointer('moved', 2));
    await reports.moveLatest(pointer('moved', 1));
    expect(await latestOf('moved')).toMatchObject({ number: 2 });
    await reports.moveLatest(pointer('moved', 3));
    expect(await latestOf('moved')).toMatchObject({ number: 3, poll: 'moved' });
  });

  test('of many that move latest.json at once, the highest number stays', async () => {
    const numbers = [4, 1, 3, 2];
    await Promise.all(numbers.map((number) => reports.moveLatest(pointer('raced', number))));
    expect(await latestOf('raced')).toMatchObject({ number: 4 });
  });
});

describe('checkpoints', () => {
  const long = () => new Date(Date.now() + 60_000);

  test('a checkpoint is read back under the key that it was given', async () => {
    const key = await checkpoints.put('kept', 'a', '{"first":true}');
    expect(key).toMatch(/^polls\/kept\/checkpoints\/[0-9a-f]{32}\.json$/);
    expect(await checkpoints.get(key)).toBe('{"first":true}');
  });

  test('the same content is one object, whichever run freezes it first', async () => {
    const keys = await Promise.all([1, 2, 3, 4].map(() => checkpoints.put('same', 'a', 'a')));
    expect(new Set(keys).size).toBe(1);
    expect(await checkpoints.put('same', 'a', 'a')).toBe(keys[0]);
    expect(await checkpoints.put('same', 'b', 'b')).not.toBe(keys[0]);
  });

  test('neither the key nor what a list shows lets anyone try out what is in it', async () => {
    const [digest, body] = ['0123456789abcdef', '{"counts":[[0,0,0,0,1]]}'];
    const [one, other] = [
      await checkpoints.put('listed-1', digest, body),
      await checkpoints.put('listed-2', digest, body),
    ];
    expect(one.split('/').at(-1)).not.toBe(other.split('/').at(-1));
    expect(one).not.toContain(digest);
    const { Contents = [] } = await client.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: 'polls/listed-' }),
    );
    const plain = createHash('md5').update(body).digest('hex');
    const shown = Contents.filter(({ Key }) => Key === one || Key === other);
    expect(shown).toHaveLength(2);
    expect(new Set(shown.map(({ ETag }) => ETag)).size).toBe(2);
    expect(shown.map(({ Size }) => Size)).toEqual([16_384, 16_384]);
    expect(JSON.stringify(shown)).not.toContain(plain);
  });

  test('all but the ones to keep are deleted, of this poll alone', async () => {
    const keys = await Promise.all(['a', 'b', 'c'].map((id) => checkpoints.put('pruned', id, id)));
    const other = await checkpoints.put('pruned-not', 'a', 'a');
    await checkpoints.prune('pruned', [keys[1] ?? ''], long());
    expect(await checkpoints.get(keys[1] ?? '')).toBe('b');
    expect(await checkpoints.get(other)).toBe('a');
    for (const gone of [keys[0], keys[2]]) {
      await expect(checkpoints.get(gone ?? '')).rejects.toThrow();
    }
  });

  test('what was put a moment ago stays', async () => {
    const key = await checkpoints.put('fresh', 'a', 'a');
    await checkpoints.prune('fresh', [], new Date(Date.now() - 60_000));
    expect(await checkpoints.get(key)).toBe('a');
  });

  const keysOf = async (poll: string) => {
    const list = new ListObjectsV2Command({ Bucket: bucket, Prefix: `polls/${poll}/` });
    return ((await client.send(list)).Contents ?? []).map(({ Key }) => Key);
  };

  test('pruning keeps the salt of their names, also where it deletes each; expiry does not', async () => {
    const key = await checkpoints.put('expired', 'a', 'a');
    const other = await checkpoints.put('expired-not', 'a', 'a');
    await checkpoints.prune('expired', [], long());
    expect(await keysOf('expired')).toEqual(['polls/expired/checkpoints.salt']);
    expect(await checkpoints.put('expired', 'a', 'a')).toBe(key);
    await checkpoints.expire('expired', new Date(Date.now() - 60_000));
    expect(await keysOf('expired')).toHaveLength(2);
    await checkpoints.expire('expired', long());
    expect(await keysOf('expired')).toEqual([]);
    expect(await checkpoints.get(other)).toBe('a');
  });

  test('nothing is kept under names that an empty salt would give away', async () => {
    const salt = { Bucket: bucket, Key: 'polls/unsalted/checkpoints.salt', Body: '' };
    await client.send(new PutObjectCommand(salt));
    await expect(checkpoints.put('unsalted', 'a', 'a')).rejects.toThrow(CheckpointSaltMissingError);
    expect(await keysOf('unsalted')).toEqual([salt.Key]);
  });
});
