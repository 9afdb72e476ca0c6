import { createHash, randomUUID } from 'node:crypto';
import { CreateBucketCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { beforeAll, expect, inject, test } from 'vitest';
import { createParticipation } from '../../../adapters/s3/participation.ts';
import { clientSettings } from '../../../local/aws/client-settings.ts';
import type { ParticipationCount } from '../../../schemas/participation.ts';

const client = new S3Client({ ...clientSettings(inject('awsEndpoint')), forcePathStyle: true });
const bucket = `participation-${randomUUID()}`;
const participation = createParticipation({ client, bucket });

const counted = (poll: string, minute: number): ParticipationCount => ({
  version: 1,
  poll,
  countedAt: new Date(Date.UTC(2027, 0, 15, 12, minute)).toISOString(),
  final: false,
  organizations: [{ organization: 'harbor', responses: minute }],
});

beforeAll(async () => {
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
});

test('before the first count there is none', async () => {
  expect(await participation.get('none')).toBeUndefined();
});

test('a newer count takes the place of an older one, never the other way', async () => {
  await participation.put(counted('moved', 2));
  await participation.put(counted('moved', 1));
  expect(await participation.get('moved')).toEqual(counted('moved', 2));
  await participation.put(counted('moved', 3));
  expect(await participation.get('moved')).toEqual(counted('moved', 3));
});

test('of many that are kept at once, the newest stays', async () => {
  await Promise.all([4, 1, 3, 2].map((minute) => participation.put(counted('raced', minute))));
  expect(await participation.get('raced')).toEqual(counted('raced', 4));
});

test('what a list shows lets nobody try out how many answered', async () => {
  await participation.put(counted('listed', 1));
  const { Contents = [] } = await client.send(
    new ListObjectsV2Command({ Bucket: bucket, Prefix: 'polls/listed/' }),
  );
  const plain = createHash('md5')
    .update(JSON.stringify(counted('listed', 1)))
    .digest('hex');
  expect(Contents).toHaveLength(1);
  expect(Contents[0]?.ETag).not.toContain(plain);
});

test('one that is removed is gone; nothing is there to remove twice', async () => {
  await participation.put(counted('removed', 1));
  await participation.remove('removed');
  await participation.remove('removed');
  expect(await participation.get('removed')).toBeUndefined();
});
